import type { MailLook } from '../../beds/look-at-mail.ts';
import type { SwaksView } from './swaks.ts';

export interface Row {
  readonly server: string;
  readonly testcase: string;
  readonly ours: string;
  readonly swaks: string;
  readonly state: 'same' | 'explained' | 'missing';
  readonly why: string;
}

interface TestCase {
  readonly ours: (look: MailLook) => string;
  readonly swaks: (view: SwaksView) => string;
  /** Why the two may differ. */
  readonly why?: string;
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');
const list = (keywords: readonly string[]) => keywords.toSorted().join(', ');
const offers = (keywords: readonly string[], name: string) =>
  keywords.some((keyword) => keyword.split(' ')[0] === name);
const refused = (code: number | null) => (code === null ? 'not asked' : yesOrNo(code >= 500));

const testcases: Readonly<Record<string, TestCase>> = {
  banner: {
    ours: ({ dialog: { data } }) => (data.banner.outcome === 'yes' ? (data.banner.value.lines[0] ?? '') : ''),
    swaks: ({ banner }) => banner,
  },
  'EHLO keywords': {
    ours: ({ dialog: { data } }) => keywordsOf(data.ehlo),
    swaks: ({ keywords }) => list(keywords),
  },
  'EHLO keywords inside TLS': {
    ours: ({ dialog: { data } }) => keywordsOf(data.ehloInTls),
    swaks: ({ keywordsInTls }) => (keywordsInTls === null ? 'no TLS' : list(keywordsInTls)),
  },
  'STARTTLS offered': {
    ours: (look) => yesOrNo(!accuses(look, 'mail.starttls.missing')),
    swaks: ({ keywords }) => yesOrNo(offers(keywords, 'STARTTLS')),
  },
  'AUTH before TLS': {
    ours: (look) => yesOrNo(accuses(look, 'mail.auth.cleartext')),
    swaks: ({ keywords }) => yesOrNo(offers(keywords, 'AUTH')),
  },
  'relay refused': {
    ours: ({ dialog: { data } }) => yesOrNo(data.relay.outcome === 'no'),
    swaks: ({ rcptCode }) => refused(rcptCode),
  },
  'VRFY tells users': {
    ours: (look) => yesOrNo(accuses(look, 'mail.vrfy-expn')),
    swaks: ({ keywords }) => yesOrNo(offers(keywords, 'VRFY')),
    why: 'swaks only shows that VRFY is offered; we ask it',
  },
};

/** What the two said of a server, test case by test case. */
export function agreementOf(server: string, look: MailLook, view: SwaksView): readonly Row[] {
  return Object.entries(testcases).map(([testcase, { ours, swaks, why }]) => {
    const row = { server, testcase, ours: ours(look), swaks: swaks(view) };
    if (row.ours === row.swaks) return { ...row, state: 'same', why: '' };
    return { ...row, state: why === undefined ? 'missing' : 'explained', why: why ?? '' };
  });
}

function keywordsOf(reply: MailLook['dialog']['data']['ehlo']): string {
  return reply.outcome === 'yes' ? list(reply.value.lines.slice(1).map((line) => line.trim())) : 'no TLS';
}

function accuses({ judgements }: MailLook, id: string): boolean {
  return judgements.some(({ check, verdict }) => check === id && verdict.verdict === 'vulnerable');
}

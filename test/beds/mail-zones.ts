import { generateKeyPairSync } from 'node:crypto';
import { dkim, quoted } from './zones.ts';

/** Records of a mail domain, `OWNER TYPE` → data; `@` is the domain, `{d}` in data its name. */
export type MailRecords = Readonly<Record<string, readonly string[]>>;

export interface MailPlan {
  /** Instead of, or beside, the records of a domain in order. */
  readonly records?: MailRecords;
  /** What the diagnosis has to say about SPF, DMARC, DKIM, MX and BIMI, and nothing else. */
  readonly findings: readonly string[];
}

const longKey = dkim(2048);
const bareEd25519 = generateKeyPairSync('ed25519')
  .publicKey.export({ type: 'spki', format: 'der' })
  .subarray(-32)
  .toString('base64');

/** Nothing is wrong with it. */
const sound: MailRecords = {
  '@ A': ['192.0.2.80'],
  '@ MX': ['10 mail.{d}.'],
  'mail A': ['192.0.2.25'],
  '@ TXT': ['v=spf1 mx -all'],
  '_dmarc TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@{d}'],
  'default._domainkey TXT': [longKey],
  '_mta-sts TXT': ['v=STSv1; id=20260401000000'],
  '_smtp._tls TXT': ['v=TLSRPTv1; rua=mailto:tlsrpt@{d}'],
};

const spf = (...records: readonly string[]): MailRecords => ({ '@ TXT': records });
const dmarc = (...records: readonly string[]): MailRecords => ({ '_dmarc TXT': records });
const key = (record: string): MailRecords => ({ 'default._domainkey TXT': [record] });
const mx = (...exchangers: readonly string[]): MailRecords => ({ '@ MX': exchangers });
const fault = (records: MailRecords, ...findings: readonly string[]): MailPlan => ({ records, findings });
const inOrder = (records: MailRecords): MailPlan => ({ records, findings: [] });

const numbers = Array.from({ length: 11 }, (_, index) => index + 1);

/** One fault each. */
export const faultyMail = {
  'spf-missing.test': fault(spf(), 'mail.spf.missing'),
  'spf-multiple.test': fault(spf('v=spf1 mx -all', 'v=spf1 a -all'), 'mail.spf.multiple'),
  'spf-no-include.test': fault(spf('v=spf1 include:gone.{d} -all'), 'mail.spf.permerror'),
  'spf-circle.test': fault(
    {
      ...spf('v=spf1 include:one.{d} -all'),
      'one TXT': ['v=spf1 include:two.{d} -all'],
      'two TXT': ['v=spf1 include:one.{d} -all'],
    },
    'mail.spf.permerror',
  ),
  'spf-plus-all.test': fault(spf('v=spf1 mx +all'), 'mail.spf.plus-all'),
  'spf-everyone.test': fault(spf('v=spf1 ip4:0.0.0.0/0 -all'), 'mail.spf.plus-all'),
  'spf-everyone-included.test': fault(
    { ...spf('v=spf1 include:_spf.{d} -all'), '_spf TXT': ['v=spf1 ip4:0.0.0.0/0 -all'] },
    'mail.spf.plus-all',
  ),
  'spf-neutral.test': fault(spf('v=spf1 mx ?all'), 'mail.spf.neutral'),
  'spf-open-end.test': fault(spf('v=spf1 mx'), 'mail.spf.neutral'),
  'spf-lookups.test': fault(
    {
      ...spf(`v=spf1 ${numbers.map((number) => `include:i${number}.{d}`).join(' ')} -all`),
      ...Object.fromEntries(
        numbers.map((number) => [`i${number} TXT`, [`v=spf1 ip4:192.0.2.${number} -all`]]),
      ),
    },
    'mail.spf.lookups-over-10',
  ),
  'spf-void.test': fault(spf('v=spf1 a:n1.{d} a:n2.{d} a:n3.{d} mx -all'), 'mail.spf.void-over-2'),
  'spf-ptr.test': fault(spf('v=spf1 ptr -all'), 'mail.spf.ptr'),
  'spf-syntax.test': fault(spf('v=spf1 ipv4:192.0.2.1 -all'), 'mail.spf.syntax'),
  'spf-broad.test': fault(spf('v=spf1 ip4:198.18.0.0/15 -all'), 'mail.spf.broad-range'),
  'dmarc-missing.test': fault(dmarc(), 'mail.dmarc.missing'),
  'dmarc-multiple.test': fault(dmarc('v=DMARC1; p=reject', 'v=DMARC1; p=none'), 'mail.dmarc.multiple'),
  'dmarc-none.test': fault(dmarc('v=DMARC1; p=none'), 'mail.dmarc.p-none'),
  'dmarc-pct.test': fault(dmarc('v=DMARC1; p=quarantine; pct=20'), 'mail.dmarc.pct-below-100'),
  'dmarc-sp.test': fault(dmarc('v=DMARC1; p=reject; sp=none'), 'mail.dmarc.sp-weaker'),
  'dmarc-syntax.test': fault(dmarc('v=DMARC1; p=reject; adkim=strict'), 'mail.dmarc.syntax'),
  'dmarc-rua.test': fault(
    dmarc('v=DMARC1; p=reject; rua=mailto:dmarc@spf-missing.test'),
    'mail.dmarc.rua-unauthorised',
  ),
  'dkim-512.test': fault(key(dkim(512)), 'mail.dkim.key-short'),
  'dkim-1024.test': fault(key(dkim(1024)), 'mail.dkim.key-short'),
  'dkim-testing.test': fault(key(`${longKey}; t=y`), 'mail.dkim.test-mode'),
  'dkim-revoked.test': fault(key('v=DKIM1; p='), 'mail.dkim.revoked'),
  'dkim-sha1.test': fault(key(`${longKey}; h=sha1`), 'mail.dkim.sha1'),
  'dkim-none.test': fault({ 'default._domainkey TXT': [] }, 'mail.dkim.domain-support'),
  'mx-missing.test': fault({ ...mx(), ...spf('v=spf1 a -all') }, 'mail.mx.missing'),
  'mx-alias.test': fault({ ...mx('10 alias.{d}.'), 'alias CNAME': ['mail.{d}.'] }, 'mail.mx.cname'),
  'mx-address.test': fault({ ...mx('10 192.0.2.25.'), ...spf('v=spf1 a -all') }, 'mail.mx.ip-literal'),
  'mx-gone.test': fault(mx('10 gone.{d}.'), 'mail.mx.unresolvable'),
  'mx-private.test': fault({ 'mail A': ['10.1.2.3'] }, 'mail.mx.private'),
  'mx-null-and-more.test': fault(mx('0 .', '10 mail.{d}.'), 'mail.mx.null-mx'),
  'bimi.test': fault({ 'default._bimi TXT': ['v=BIMI1; l=http://{d}/logo.svg'] }, 'mail.bimi.syntax'),
} as const satisfies Readonly<Record<string, MailPlan>>;

/** What looks like a fault and is none. */
export const soundMail = {
  'sound.test': inOrder({}),
  'no-mail.test': inOrder({ ...mx('0 .'), ...spf('v=spf1 -all'), ...dmarc('v=DMARC1; p=reject') }),
  'macro.test': inOrder(spf('v=spf1 exists:%{i}._spf.{d} mx -all')),
  'redirected.test': inOrder({ ...spf('v=spf1 redirect=_spf.{d}'), '_spf TXT': ['v=spf1 mx -all'] }),
  'ten-lookups.test': inOrder({
    ...spf(`v=spf1 ${'mx '.repeat(10)}-all`),
  }),
  'two-void.test': inOrder(spf('v=spf1 a:n1.{d} a:n2.{d} mx -all')),
  'other-text.test': inOrder(spf('v=spf1 mx -all', 'v=spf10 is no SPF', 'some-verification=1234')),
  'dmarc-alias.test': inOrder({
    '_dmarc TXT': [],
    '_dmarc CNAME': ['policy.{d}.'],
    'policy TXT': ['v=DMARC1; p=reject'],
  }),
  'dmarc-agreed.test': inOrder(dmarc('v=DMARC1; p=reject; rua=mailto:dmarc@collector.test')),
  'collector.test': inOrder({ 'dmarc-agreed.test._report._dmarc TXT': ['v=DMARC1'] }),
  'ed25519.test': inOrder(key(`v=DKIM1; k=ed25519; p=${bareEd25519}`)),
  'town.test': inOrder({
    'office MX': ['10 mail.{d}.'],
    'office TXT': ['v=spf1 mx -all'],
    'default._domainkey.office TXT': [longKey],
  }),
} as const satisfies Readonly<Record<string, MailPlan>>;

/** Below `town.test`, whose DMARC policy holds for it. */
export const inheritingMail = 'office.town.test';

/** Signed, and with all that a mail domain can publish. */
export const hardenedMail = 'hardened-mail.test';

export const hardenedRecords: MailRecords = {
  ...sound,
  '_dmarc TXT': ['v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s; rua=mailto:dmarc@{d}'],
  'default._bimi TXT': ['v=BIMI1; l=https://{d}/logo.svg; a=https://{d}/mark.pem'],
  '_25._tcp.mail TLSA': [`3 1 1 ${'ab'.repeat(32)}`],
  '@ CAA': ['0 issue "ca.enkaku.test"', '0 issuewild ";"', '0 iodef "mailto:security@{d}"'],
};

/** Its records as lines of a zone file, over those of a domain in order. */
export function mailLines(domain: string, records: MailRecords): readonly string[] {
  return Object.entries({ ...sound, ...records }).flatMap(([place, data]) => {
    const [owner, type] = place.split(' ');
    const name = owner === '@' ? domain : `${owner}.${domain}`;
    return data
      .map((text) => text.replaceAll('{d}', domain))
      .map((text) => `${name}. IN ${type} ${type === 'TXT' ? quoted(text) : text}`);
  });
}

import type { EvidenceOf } from '../../evidence/evidence.ts';
import { blockListNames, blockLists } from '../../evidence/host-dns/block-lists.ts';
import type { Proof } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { isPublicExchanger, type Looked, lookedUp } from './reverse.ts';

export const rblListed = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'host-dns'],
  optIn: 'reputation',
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーは迷惑メール発信元のリストに載っていません',
      en: 'The mail server is on no list of spam senders',
    },
    vulnerable: {
      ja: 'メールサーバーが迷惑メール発信元のリストに載っています',
      en: 'The mail server is on a list of spam senders',
    },
    why: {
      ja: 'リストを使う相手は、このサーバーからのメールを断ります。住民へのお知らせが届かないほか、サーバーや庁内の端末が迷惑メールの送信に使われている疑いもあります。',
      en: 'Receivers that use the list refuse mail from this server. Notices do not reach residents, and the server or a computer behind it may be sending spam.',
    },
  },
  action: 'mail-server',
  fixes: fixList('dig REVERSED_ADDRESS.LIST A +short', {
    ja: '先に、送信の記録から迷惑メールを送った利用者や端末を調べ、止めます。そのうえで、リストの運営者の Web ページから解除を申請します。確認の命令は、アドレスの数字を逆順にし、LIST を所見に示したリストに読み替えます。',
    en: 'First find and stop, in the records of what was sent, whoever sends spam. Then ask for removal on the web page of the list. To confirm, put the numbers of the address in reverse order and the list of this finding in place of LIST.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5782', 'https://check.spamhaus.org/'],
  detect: ({ 'smtp-dialog': mail, 'host-dns': dns }) => {
    if (!isPublicExchanger(mail)) return notApplicable;
    const answers = blockLists.map((list) => ({ list, ...askedOf(dns, mail.endpoint.host, list) }));
    const listed = answers.filter(({ proof }) => proof !== null);
    const [first, ...others] = listed.flatMap(({ proof }) => proof ?? []);
    if (first === undefined) {
      const open = answers.find(({ reason }) => reason !== null);
      return open?.reason == null ? safe : undetermined(open.reason);
    }
    const lists = listed.map(({ list }) => list);
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [first, ...others],
      detail: {
        ja: `${lists.join('、')} に載っています。`,
        en: `It is on ${lists.join(', ')}.`,
      },
    };
  },
});

interface Answer {
  readonly proof: Proof | null;
  readonly reason: string | null;
}

/** A list is believed only where it has the entry that every list has and not the one that none has. */
function askedOf(dns: EvidenceOf<'host-dns'>, address: string, list: string): Answer {
  const names = blockListNames(address, list);
  const of = (name: string) => lookedUp(dns, 'reputation', ['A'], name)[0];
  const [subject, listed, unlisted] = [of(names.subject), of(names.listed), of(names.unlisted)];
  if (subject === undefined) return { proof: null, reason: 'not-attempted' };
  if (subject.outcome === 'unknown') return { proof: null, reason: subject.reason };
  if (!isEntry(listed) || unlisted?.outcome !== 'answered' || unlisted.values.length > 0) {
    return { proof: null, reason: 'no-control' };
  }
  if (isEntry(subject)) return { proof: proofAt(dns, [...subject.path, 'answers']), reason: null };
  return { proof: null, reason: subject.values.length > 0 ? 'garbled' : null };
}

/** RFC 5782 §2.3. With 127.255.255.x a list says that it does not answer this resolver. */
function isEntry(looked: Looked | undefined): boolean {
  return (
    looked?.outcome === 'answered' &&
    looked.values.some((value) => /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(value)) &&
    !looked.values.some((value) => value.startsWith('127.255.255.'))
  );
}

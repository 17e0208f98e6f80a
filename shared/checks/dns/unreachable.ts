import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { UnknownReason } from '../../model/observed.ts';
import type { Verdict } from '../../model/verdict.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { type Asked, asked } from './questions.ts';
import { answerOf, everyServerOf, isZone, judgeServers, type NameServer } from './servers.ts';

/** The server is to run and to be let through, or to be taken out of the delegation. */
export const reachFixes = (transport: Transport) =>
  fixList(
    `dig @{server} -p {port} {domain} SOA +norecurse ${transport === 'tcp' ? '+tcp' : '+notcp'}`,
    {
      ja: `DNS サーバーが動いているか、ファイアウォールが外部からの 53 番（${transport.toUpperCase()}）を通しているかを確かめます。使っていないサーバーなら、ゾーンの NS と登録事業者への届け出の両方から外します。`,
      en: `See whether the server runs and whether the firewall lets port 53 (${transport.toUpperCase()}) in. If the server is no longer in use, remove it both from the NS records of the zone and at the registrar.`,
    },
    {
      bind: {
        ja: 'named.conf の listen-on と listen-on-v6 に公開用のアドレスがあることを確かめ、rndc reconfig を実行します。',
        en: 'See that listen-on and listen-on-v6 in named.conf name the public addresses and run rndc reconfig.',
      },
      nsd: {
        ja: 'nsd.conf の server で次を確かめ、NSD を再起動します。',
        en: 'Check this in the server section of nsd.conf and restart NSD.',
        snippet: 'do-ip4: yes\ndo-ip6: yes\nport: 53',
      },
      knot: {
        ja: 'knot.conf で公開用のアドレスを確かめ、Knot DNS を再起動します。',
        en: 'Check the public addresses in knot.conf and restart Knot DNS.',
        snippet: 'server:\n    listen: [ 0.0.0.0@53, ::@53 ]',
      },
      'windows-dns': {
        ja: '管理者の PowerShell で受信の規則を有効にします。',
        en: 'Enable the inbound rule in an administrator PowerShell.',
        snippet: `Enable-NetFirewallRule -Name "DNSSrv-DNS-${transport.toUpperCase()}-In"`,
      },
      fortinet: {
        ja: 'DNS サーバーへのポリシーのサービスが DNS（TCP と UDP の 53 番）であることを確かめます。',
        en: 'See that the policy for the DNS server permits the service DNS (TCP and UDP 53).',
      },
    },
  );

type Evidence = EvidenceOf<'dns-answers'>;
type Transport = 'udp' | 'tcp';

/** What a dead server and a firewall that drops look like; anything else is some other trouble. */
const silences: ReadonlySet<UnknownReason> = new Set(['timeout', 'reset', 'closed']);
/** A pause of a few seconds is no fault. */
const fewest = { tries: 3, lastMs: 10_000 } as const;

/**
 * A server that stayed silent over one transport in every try. Where nobody at all was heard over it, not even with a
 * refusal, it may be our own way out that is closed.
 */
export function judgeUnreachable(evidence: Evidence, transport: Transport): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const isOpen = [...asked(evidence, 'referral'), ...asked(evidence, 'reach')].some(
    ({ question }) => question.transport === transport && question.answer.outcome !== 'unknown',
  );
  const servers = everyServerOf(evidence);
  if (servers.length > 0 && !isOpen) return undetermined('nobody-heard');
  const judge = (server: NameServer) => judgeTries(evidence, triesOf(server, transport));
  // That a server is silent is the very question here.
  return judgeServers(evidence, judge, { judgeSilent: judge, servers });
}

function triesOf({ questions }: NameServer, transport: Transport): readonly Asked[] {
  return questions.filter(
    ({ question }) =>
      question.transport === transport &&
      (question.purpose === 'reach' || question.purpose === 'reach-any-source'),
  );
}

function judgeTries(evidence: Evidence, tries: readonly Asked[]): Verdict {
  if (tries.some((one) => answerOf(one) !== undefined)) return safe;
  const last = tries.at(-1);
  if (last === undefined) return notApplicable;
  const reasons = tries.flatMap(({ question: { answer } }) =>
    answer.outcome === 'unknown' ? [answer.reason] : [],
  );
  const otherTrouble = reasons.find((reason) => !silences.has(reason));
  if (otherTrouble !== undefined) return undetermined(otherTrouble);
  if (tries.length < fewest.tries || (last.question.endedMs ?? 0) < fewest.lastMs)
    return undetermined('timeout');
  const refusal = tries.find(({ question }) => question.answer.outcome === 'no');
  return {
    verdict: 'vulnerable',
    confidence: refusal === undefined ? 'inferred' : 'verified',
    proof: [
      proofAt(evidence, [
        'questions',
        (refusal ?? last).index,
        'answer',
        refusal === undefined ? 'reason' : 'outcome',
      ]),
    ],
    detail: {
      ja: `${tries.length} 回、10 秒以上にわたって問い合わせましたが、${refusal === undefined ? '応答がありませんでした' : '断られました'}。`,
      en: `Asked ${tries.length} times over more than ten seconds: ${refusal === undefined ? 'no answer came' : 'the connection was refused'}.`,
    },
  };
}

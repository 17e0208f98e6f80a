import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof } from '../questions.ts';
import { jpcertOpenResolver, jprsOpenResolver, rfc5358 } from '../references.ts';
import { answerOf, askedOf, isZone, judgeServers, type NameServer } from '../servers.ts';
import { type Recursion, recursionOf } from './recursion-of.ts';

export const openResolver = defineCheck({
  version: 2,
  needs: ['dns-answers'],
  severity: 'high',
  text: {
    safe: {
      ja: '外部からの再帰問い合わせに応じません',
      en: 'Recursive queries from outside are not served',
    },
    vulnerable: {
      ja: '誰からの再帰問い合わせにも応じます（オープンリゾルバー）',
      en: 'Recursive queries are served for anyone (open resolver)',
    },
    why: {
      ja: '世界中の誰もがこのサーバーに名前の調べものをさせられます。送信元を偽った小さな問い合わせで大きな応答を第三者に送りつける攻撃（DNS アンプ攻撃）の踏み台になり、回線が埋まって住民がホームページを見られなくなったり、加害者として連絡を受けたりします。',
      en: 'Anyone in the world can have this server look names up. With forged source addresses, small queries make it send large answers to third parties. The line fills up, residents cannot reach the website, and the organisation is taken for the attacker.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} www.example.com A +recurse +noall +comments',
    {
      ja: '再帰問い合わせを、庁内などの決まった接続元だけに許可します。外部にゾーンを公開するサーバーでは再帰を止め、庁内用のリゾルバーは別に立てます。確認の命令の応答が REFUSED になれば完了です。',
      en: 'Permit recursion only to your own networks. Switch it off on servers that publish zones, and run a separate resolver for the office. It is done when the command shows REFUSED.',
    },
    {
      bind: {
        ja: 'named.conf の options に次を書き、named-checkconf で確かめてから rndc reconfig を実行します。庁内の名前解決にも使っている場合は、recursion no の代わりに allow-recursion で庁内の範囲だけを許可します。',
        en: 'Put this into options of named.conf, check with named-checkconf and run rndc reconfig. If the office also resolves through it, use allow-recursion with your own ranges in place of recursion no.',
        snippet: 'recursion no;\nallow-query-cache { none; };\nminimal-responses yes;',
      },
      unbound: {
        ja: 'unbound.conf の server に次を書き、unbound-control reload を実行します（192.0.2.0/24 を庁内の範囲に読み替えます）。',
        en: 'Put this into the server section of unbound.conf and run unbound-control reload (with your own range in place of 192.0.2.0/24).',
        snippet:
          'access-control: 0.0.0.0/0 refuse\naccess-control: ::0/0 refuse\naccess-control: 127.0.0.0/8 allow\naccess-control: 192.0.2.0/24 allow',
      },
      'windows-dns': {
        ja: '外部にゾーンを公開するサーバーでは、管理者の PowerShell で再帰を止めます。庁内用と兼ねている場合は、サーバーを分けるか、ファイアウォールで外部からの 53 番を閉じます。',
        en: 'On a server that publishes zones, switch recursion off in an administrator PowerShell. If it also serves the office, separate the two or close port 53 to the outside.',
        snippet: 'Set-DnsServerRecursion -Enable $false',
      },
      'yamaha-rtx': {
        ja: 'DNS の中継を LAN 側だけに限ります。',
        en: 'Relay DNS for the LAN side alone.',
        snippet: 'dns host lan\nsave',
      },
      'nec-ix': {
        ja: 'WAN 側インターフェースで、届く DNS の問い合わせを拒否します（既存のフィルターの番号に合わせます）。',
        en: 'Deny incoming DNS queries on the WAN interface (fit the number to your existing filters).',
        snippet:
          'ip access-list deny-dns deny udp src any sport any dest any dport eq 53\nip access-list deny-dns deny tcp src any sport any dest any dport eq 53\ninterface GigaEthernet0.0\n  ip filter deny-dns 5 in',
      },
      'cisco-ios': {
        ja: '外部に DNS を提供していなければ、設定モードで次を実行します。',
        en: 'Unless it serves DNS on purpose, run this in configuration mode.',
        snippet: 'no ip dns server\nend\nwrite memory',
      },
      fortinet: {
        ja: 'WAN 側インターフェースの DNS サービスを消します（wan1 を実際の名前に読み替えます）。',
        en: 'Delete the DNS service of the WAN interface (with its real name in place of wan1).',
        snippet: 'config system dns-server\n  delete wan1\nend',
      },
    },
  ),
  references: [rfc5358, jprsOpenResolver, jpcertOpenResolver],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [first] = askedOf(server, 'recursion');
    const [second] = askedOf(server, 'recursion-control');
    if (first === undefined) return notApplicable;
    if (second === undefined) return undetermined('no-control');
    const pair = [first, second] as const;
    const [a, b] = [recursionOf(first.question.answer), recursionOf(second.question.answer)] as const;
    const verdict = judgePair(evidence, pair, a, b);
    return verdict.verdict === 'vulnerable' && isIntercepted(evidence, server)
      ? undetermined('middlebox')
      : verdict;
  });
}

/**
 * A box on the way that takes every question for itself answers for a name server too, and never with AA. The zone's
 * own SOA is the control: who answers it with authority is the server itself.
 */
function isIntercepted(evidence: EvidenceOf<'dns-answers'>, server: NameServer): boolean {
  const soas = askedOf(server, 'reach').flatMap((one) => answerOf(one) ?? []);
  return isZone(evidence) && soas.some(({ flags }) => flags.ra) && !soas.some(({ flags }) => flags.aa);
}

/** Both names must agree. What is told by one alone, or without a resolved name, is inferred at most. */
function judgePair(
  evidence: EvidenceOf<'dns-answers'>,
  pair: readonly [Asked, Asked],
  a: Recursion,
  b: Recursion,
): Verdict {
  const kinds = [a.kind, b.kind];
  const signs = pair.filter((_, i) => isSign(i === 0 ? a : b));
  if (a.kind === 'resolved' && b.kind === 'resolved') return accuse(evidence, pair, 'verified');
  if (signs.length > 0 && kinds.includes('refused')) return undetermined('answers-disagree');
  const [sign, ...more] = signs;
  if (sign !== undefined && (more.length > 0 || kinds.includes('resolved'))) {
    return accuse(evidence, [sign, ...more], 'inferred');
  }
  const unseen = [a, b].find(({ kind }) => kind === 'unknown');
  if (unseen?.kind === 'unknown') return undetermined(unseen.reason);
  if (kinds.includes('refused')) return safe;
  if (kinds.every((kind) => kind === 'closed')) return notApplicable;
  return undetermined('responsible-for-the-control-names');
}

function isSign({ kind }: Recursion): boolean {
  return kind === 'resolved' || kind === 'claimed' || kind === 'failed';
}

function accuse(
  evidence: EvidenceOf<'dns-answers'>,
  [first, ...others]: readonly [Asked, ...Asked[]],
  confidence: 'verified' | 'inferred',
): Verdict {
  const proof = [
    answerProof(evidence, first, 'flags'),
    answerProof(evidence, first, 'raw'),
    ...others.flatMap((one) => [answerProof(evidence, one, 'flags'), answerProof(evidence, one, 'raw')]),
  ] as const;
  if (confidence === 'verified') return { verdict: 'vulnerable', confidence, proof };
  return {
    verdict: 'vulnerable',
    confidence,
    proof,
    detail: {
      ja: '再帰に応じるという印（RA）が返りましたが、管理外の名前が二つとも解決されたわけではありません。',
      en: 'The server says that it offers recursion (RA), but did not resolve both of the names that are not its own.',
    },
  };
}

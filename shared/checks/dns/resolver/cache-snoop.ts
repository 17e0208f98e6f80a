import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { judge, notApplicable, safe, undetermined } from '../../verdicts.ts';
import { answerProof, rcode } from '../questions.ts';
import { jprsOpenResolver, rfc5358 } from '../references.ts';
import { askedOf, judgeServers } from '../servers.ts';

export const resolverCacheSnoop = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: '覚えている名前を外部に答えません', en: 'The cache is not shown to outsiders' },
    vulnerable: {
      ja: '覚えている名前（キャッシュ）を誰にでも答えます',
      en: 'The cache can be read by anyone',
    },
    why: {
      ja: '職員がどのサイトを調べたかを、外から一つずつ確かめられます。取引先や使っている製品が分かり、偽のメールの材料になります。',
      en: 'Anyone can find out, name by name, which sites the staff looked up. It reveals partners and products and helps to write convincing forged mail.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} www.example.com A +norecurse +noall +comments',
    {
      ja: 'キャッシュへの問い合わせを、庁内などの決まった接続元だけに許可します。REFUSED になれば完了です。',
      en: 'Permit questions to the cache only from your own networks. It is done when the command shows REFUSED.',
    },
    {
      bind: {
        ja: 'named.conf の options に次を書き、rndc reconfig を実行します（ゾーンを公開するだけのサーバーの場合）。',
        en: 'Put this into options of named.conf and run rndc reconfig (on a server that only publishes zones).',
        snippet: 'recursion no;\nallow-query-cache { none; };',
      },
      unbound: {
        ja: 'unbound.conf の server に次を書き、unbound-control reload を実行します（192.0.2.0/24 を庁内の範囲に読み替えます）。',
        en: 'Put this into the server section of unbound.conf and run unbound-control reload (with your own range in place of 192.0.2.0/24).',
        snippet:
          'access-control: 0.0.0.0/0 refuse\naccess-control: ::0/0 refuse\naccess-control: 192.0.2.0/24 allow',
      },
      'windows-dns': {
        ja: '外部にゾーンを公開するサーバーでは、管理者の PowerShell で再帰を止めます。',
        en: 'On a server that publishes zones, switch recursion off in an administrator PowerShell.',
        snippet: 'Set-DnsServerRecursion -Enable $false',
      },
    },
  ),
  references: [rfc5358, jprsOpenResolver],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [snoop] = askedOf(server, 'cache-snoop');
    if (snoop === undefined) return notApplicable;
    return judge(snoop.question.answer, {
      no: notApplicable,
      yes: ({ rcode: code, flags, answers }) => {
        if (code === rcode.noError && answers.length > 0 && !flags.aa) {
          const proof = [
            answerProof(evidence, snoop, 'answers'),
            answerProof(evidence, snoop, 'raw'),
          ] as const;
          return { verdict: 'vulnerable', confidence: 'verified', proof, place: snoop.question.name };
        }
        // Recursion for everyone, and that one name not in the cache: nothing is known of the others.
        return flags.ra && !flags.aa && code !== rcode.refused ? undetermined('not-in-the-cache') : safe;
      },
    });
  });
}

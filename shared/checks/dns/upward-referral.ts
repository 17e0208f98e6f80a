import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { answerProof, rcode } from './questions.ts';
import { rfc1912 } from './references.ts';
import { askedOf, judgeServers } from './servers.ts';
import { setting } from './settings.ts';
import { proofOf, recordsIn } from './zone-data.ts';

export const upwardReferral = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: '知らない名前を上位へ案内しません', en: 'Strangers are not sent upwards' },
    vulnerable: {
      ja: '知らない名前の問い合わせにルートサーバーを案内します',
      en: 'Questions about other names are answered with the root servers',
    },
    why: {
      ja: '関係のない問い合わせに長い応答を返すため、送信元を偽った攻撃の踏み台に使われます。古い設定の名残で、公開用のサーバーには不要です。',
      en: 'A long answer to questions that are none of its business serves attacks with forged source addresses. It is a remnant of old settings that no publishing server needs.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} . NS +norecurse',
    {
      ja: 'ルートヒントを持たせず、担当外の問い合わせには REFUSED を返すようにします。',
      en: 'Take the root hints away and let the server answer REFUSED for what is not its own.',
    },
    {
      bind: setting('bind', 'recursion no;\nallow-query-cache { none; };\nminimal-responses yes;'),
      'windows-dns': {
        ja: 'DNS マネージャーでサーバーのプロパティを開き、「ルート ヒント」の一覧を空にします。',
        en: 'Open the server’s properties in DNS Manager and empty the list “Root Hints”.',
      },
    },
  ),
  references: [rfc1912, 'https://www.dns-oarc.net/oarc/articles/upward-referrals-considered-harmful'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [root] = askedOf(server, 'root-referral');
    if (root === undefined) return notApplicable;
    return judge(root.question.answer, {
      no: notApplicable,
      yes: ({ flags, rcode: code }) => {
        const found = [...recordsIn(root, 'authority', 'NS'), ...recordsIn(root, 'answers', 'NS')];
        const [first] = found.filter(({ record }) => record.name === '.');
        // A server of the root zone answers with authority; a resolver answers from what it looked up.
        if (flags.aa || flags.ra || code !== rcode.noError || first === undefined) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proofOf(evidence, first), answerProof(evidence, root, 'raw')],
        };
      },
    });
  });
}

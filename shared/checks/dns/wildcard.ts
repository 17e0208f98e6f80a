import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { judge, notApplicable, safe, undetermined } from '../verdicts.ts';
import { recordFixes } from './fixes.ts';
import { rcode } from './questions.ts';
import { askedOf, isZone, judgeServers } from './servers.ts';
import { proofOf, recordsIn } from './zone-data.ts';

export const wildcard = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '存在しない名前には「ない」と答えます', en: 'Names that do not exist are denied' },
    vulnerable: {
      ja: '存在しない名前にもアドレスを答えます（ワイルドカード）',
      en: 'Any name gets an address (wildcard)',
    },
    why: {
      ja: '書き間違えた名前や攻撃者が作った名前でもサーバーに届くため、本物らしい偽の案内に使われたり、誤りに気づきにくくなったりします。意図して使っている場合は問題ありません。',
      en: 'Mistyped and invented names lead to a server as well: they lend themselves to convincing false links, and mistakes go unnoticed. If you use it on purpose, all is well.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig nonexistent.{domain} A +short', {
    ja: 'ワイルドカード（*）のレコードが必要かを確かめ、不要なら消して、使う名前だけを登録します。',
    en: 'See whether the wildcard record (*) is needed; if not, delete it and publish only the names in use.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc4592'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => {
    const [absent] = askedOf(server, 'absent');
    if (absent === undefined) return undetermined('no-answer');
    return judge(absent.question.answer, {
      no: undetermined('refused'),
      yes: ({ rcode: code, flags }) => {
        const [first] = [...recordsIn(absent, 'answers', 'A'), ...recordsIn(absent, 'answers', 'CNAME')];
        if (code === rcode.noError && flags.aa && first !== undefined) {
          return {
            verdict: 'vulnerable',
            confidence: 'verified',
            proof: [proofOf(evidence, first)],
            place: `*.${evidence.endpoint.host}`,
          };
        }
        return code === rcode.nxDomain || code === rcode.noError ? safe : undetermined(`rcode-${code}`);
      },
    });
  });
}

import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';
import { rfc9325 } from '../references.ts';

export const groupsList = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: '鍵交換の曲線は推奨されるものだけです',
      en: 'Only recommended groups are offered for key exchange',
    },
    vulnerable: {
      ja: '推奨されていない鍵交換の曲線も使えます',
      en: 'Groups that are not recommended are offered too',
    },
    why: {
      ja: '鍵交換に使える曲線の一覧に、推奨されているもの（X25519、P-256、P-384 など）以外が含まれています。すぐに危険なものではありませんが、種類が少ないほど守りやすくなります。',
      en: 'The list of groups for key exchange holds others than the recommended ones (X25519, P-256, P-384 and the like). They are no danger, but fewer are easier to look after.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: '対応は必須ではありません。曲線の一覧を X25519、P-256、P-384 に絞ると管理が楽になります。',
    en: 'Nothing has to be done. A list of X25519, P-256 and P-384 is easier to look after.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-4.2.7', `${rfc9325}#section-4.2.1`],
  detect: ({ 'tls-hello': hello }) => judgeGroups(hello),
});

/** X25519, X448, P-256, P-384, P-521, the hybrids with ML-KEM, and the finite fields of RFC 7919. */
const recommended = new Set([
  ...['001d', '001e', '0017', '0018', '0019', '11eb', '11ec', '11ed'],
  ...['0100', '0101', '0102', '0103', '0104'],
]);

function judgeGroups(hello: EvidenceOf<'tls-hello'>): Verdict {
  const lists = (['TLSv1.2', 'TLSv1.3'] as const).map((version) => ({
    version,
    list: hello.data.groups[version],
  }));
  for (const { version, list } of lists) {
    if (list.outcome !== 'yes') continue;
    const index = list.value.groups.findIndex(({ id }) => !recommended.has(id));
    const found = list.value.groups[index];
    if (found === undefined) continue;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofAt(hello, ['groups', version, 'value', 'groups', index, 'name']),
        proofAt(hello, ['groups', version, 'value', 'groups', index, 'answer']),
      ],
      detail: { ja: `例：${found.name}`, en: `For example ${found.name}.` },
    };
  }
  const known = lists.some(({ list }) => list.outcome !== 'unknown');
  return known ? safe : undetermined('not-attempted');
}

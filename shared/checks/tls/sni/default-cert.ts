import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';

export const sniDefaultCertificate = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: '名前を示さない接続でも同じ証明書が返ります',
      en: 'Connections without a name get the same certificate',
    },
    vulnerable: {
      ja: '名前を示さない接続では別の証明書が返ります',
      en: 'Connections without a name get another certificate',
    },
    why: {
      ja: '接続先の名前を示さない場合に、別のサイトの証明書が返ります。同じサーバーに置かれたほかのサイトの名前が外部に分かります。仮想サーバーではふつうのことで、知られて困る名前が含まれていないかだけを確かめてください。',
      en: 'Without a name, the certificate of another site comes back, and tells the name of what else is on this server. That is usual for virtual hosting; just see that no name is there which should stay unknown.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: '対応は必須ではありません。名前を示さない古い機器からの接続が必要な場合だけ、既定のサイトに正しい証明書を設定します。',
    en: 'Nothing has to be done. Only where old devices that send no name must connect, give the default site a proper certificate.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6066#section-3'],
  detect: ({ 'tls-hello': hello }) => judgeDefault(hello),
});

function judgeDefault(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { sni, leaves } = hello.data;
  if (sni === null || leaves.withoutName.outcome === 'no') return notApplicable;
  return judge(leaves.named, {
    no: notApplicable,
    yes: (named) =>
      judge(leaves.withoutName, {
        no: notApplicable,
        yes: (other) =>
          other.sha256 === named.sha256
            ? safe
            : {
                verdict: 'vulnerable',
                confidence: 'verified',
                proof: [
                  proofAt(hello, ['leaves', 'withoutName', 'value', 'sha256']),
                  proofAt(hello, ['leaves', 'named', 'value', 'sha256']),
                ],
              },
      }),
  });
}

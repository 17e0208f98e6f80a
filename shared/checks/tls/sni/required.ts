import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { confirmTls } from '../fixes.ts';

export const sniRequired = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: { ja: '名前を示さない接続にも応じます', en: 'Connections without a name are answered' },
    vulnerable: { ja: '名前を示さない接続には応じません', en: 'Connections without a name are not answered' },
    why: {
      ja: 'このサーバーは、接続先の名前（SNI）を示さない接続を断ります。いまのブラウザーは必ず名前を示すため問題はありません。古い機器や一部の監視装置からは接続できないことがあります。',
      en: 'The server refuses connections that do not say the name they want (SNI). Browsers of today always do, so this is fine; old devices and some monitors may not connect.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: '対応は必須ではありません。名前を示さない古い機器からの接続が必要な場合だけ、既定のサイトに正しい証明書を設定します。',
    en: 'Nothing has to be done. Only where old devices that send no name must connect, give the default site a proper certificate.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6066#section-3'],
  detect: ({ 'tls-hello': hello }) => judgeNameless(hello),
});

function judgeNameless(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { sni, leaves } = hello.data;
  if (sni === null || leaves.named.outcome === 'no') return notApplicable;
  return judge(leaves.withoutName, {
    yes: () => safe,
    no: {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(hello, ['leaves', 'withoutName', 'outcome'])],
    },
  });
}

import { defineCheck } from '../check.ts';
import { shown } from '../shown.ts';
import { safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const internalNames = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: { ja: '証明書に内部の名前は含まれていません', en: 'The certificate holds no internal names' },
    vulnerable: { ja: '証明書に内部の名前が含まれています', en: 'The certificate holds internal names' },
    why: {
      ja: '公開サーバーの証明書に、庁内だけで使う名前が書かれています。証明書は誰でも見られるため、内部のサーバーの名前や構成が知られ、攻撃の手がかりになります。',
      en: 'The certificate of a public server holds names that are used inside only. Anybody can read it, and names and structure of internal servers help an attacker.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公開用の名前だけの証明書に替えます。',
    en: 'Replace it with a certificate of public names alone.',
  }),
  references: [
    'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
    'https://www.rfc-editor.org/rfc/rfc6762#appendix-G',
  ],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const index = leaf.dnsNames.findIndex(isInternal);
      if (index < 0) return safe;
      return faulty(certificate, [['chain', 0, 'dnsNames', index]], {
        usual: 'low',
        detail: {
          ja: `名前：${shown(leaf.dnsNames[index] ?? '')}`,
          en: `The name: ${shown(leaf.dnsNames[index] ?? '')}.`,
        },
      });
    }),
});

/** One label, or a top-level domain that the public DNS does not have (RFC 6761, RFC 6762 Appendix G, and old habits). */
function isInternal(name: string): boolean {
  return (
    !name.includes('.') ||
    /\.(?:local|localdomain|localhost|internal|intranet|lan|home|corp|private)$/i.test(name)
  );
}

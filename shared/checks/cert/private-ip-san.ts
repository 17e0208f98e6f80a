import { parseAddress, specialPurpose } from '../../model/address.ts';
import { defineCheck } from '../check.ts';
import { safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const privateIpSan = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: {
      ja: '証明書に内部のアドレスは含まれていません',
      en: 'The certificate holds no private addresses',
    },
    vulnerable: {
      ja: '証明書に内部のアドレスが含まれています',
      en: 'The certificate holds private addresses',
    },
    why: {
      ja: '公開サーバーの証明書に、庁内だけで使うアドレスが書かれています。証明書は誰でも見られるため、内部の構成が知られ、攻撃の手がかりになります。',
      en: 'The certificate of a public server holds addresses that are used inside only. Anybody can read it, and the structure of the internal network helps an attacker.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公開用の名前だけの証明書に替えます。',
    en: 'Replace it with a certificate of public names alone.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6890'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const index = leaf.ipAddresses.findIndex((text) => {
        const address = parseAddress(text);
        return address !== undefined && internal.has(specialPurpose(address) ?? '');
      });
      // In a laboratory the address that was asked for is itself a private one.
      if (index < 0 || leaf.ipAddresses[index] === certificate.endpoint.host) return safe;
      return faulty(certificate, [['chain', 0, 'ipAddresses', index]], {
        usual: 'low',
        detail: {
          ja: `アドレス：${leaf.ipAddresses[index]}`,
          en: `The address: ${leaf.ipAddresses[index]}.`,
        },
      });
    }),
});

const internal = new Set(['private', 'uniqueLocal', 'loopback', 'linkLocal', 'carrierGradeNat']);

import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';

export const serialShort = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'low',
  text: {
    safe: { ja: '証明書の通し番号は十分に長く不規則です', en: 'The serial number is long enough' },
    vulnerable: { ja: '証明書の通し番号が短すぎます', en: 'The serial number is too short' },
    why: {
      ja: '公的な認証局は、偽造を防ぐために 64 ビット以上の不規則な通し番号を付ける決まりです。短い番号は、自作の証明書か、決まりを守らない認証局のものです。',
      en: 'Public authorities have to give serial numbers of 64 random bits and more, against forgery. A short one is home-made or from an authority that does not keep to the rules.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '公的な認証局の証明書に替えます。',
    en: 'Replace it with a certificate of a public authority.',
  }),
  references: ['https://cabforum.org/working-groups/server/baseline-requirements/requirements/'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      const bits = x509.serial.length * 4;
      // A random number of 64 bits begins with some zeros at times.
      if (bits >= 56) return safe;
      return faulty(certificate, [['chain', 0, 'serial']], {
        usual: 'low',
        detail: { ja: `通し番号は ${bits} ビット以下です。`, en: `It has at most ${bits} bits.` },
      });
    }),
});

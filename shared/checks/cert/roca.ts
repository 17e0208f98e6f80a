import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { faulty, judgeChain } from './presented.ts';
import { hasRocaMark } from './roca-mark.ts';

export const roca = defineCheck({
  version: 1,
  needs: ['certificate'],
  severity: 'critical',
  text: {
    safe: {
      ja: '推測できる RSA 鍵（ROCA）ではありません',
      en: 'The RSA key is not of the guessable kind (ROCA)',
    },
    vulnerable: {
      ja: '推測できる RSA 鍵（ROCA）が使われています',
      en: 'The RSA key is of the guessable kind (ROCA)',
    },
    why: {
      ja: 'この鍵は、2017 年に見つかった欠陥のある装置（Infineon 製のチップなど）で作られた特徴を持ちます。公開鍵から秘密鍵を計算で求められるため、サーバーになりすまされ、通信を読まれるおそれがあります。',
      en: 'This key bears the mark of faulty devices found in 2017 (such as chips by Infineon). The private key can be computed from the public one, and then the server be impersonated and traffic read.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '別の装置かソフトウェアで鍵を新しく作り、証明書を取得し直し、古い証明書を失効させます。',
    en: 'Make a new key with another device or in software, have the certificate reissued, and revoke the old one.',
  }),
  references: ['https://roca.crocs.fi.muni.cz/', 'https://jvn.jp/vu/JVNVU95530052/'],
  detect: ({ certificate }) =>
    judgeChain(certificate, (leaf) => {
      const x509 = readX509(leaf.der);
      if (x509 === undefined) return undetermined('garbled');
      if (x509.rsa === null) return notApplicable;
      if (!hasRocaMark(x509.rsa.modulus)) return safe;
      return faulty(certificate, [['chain', 0, 'der']], {
        usual: 'critical',
        detail: {
          ja: `鍵は欠陥のある装置の特徴に当てはまります（約 38 個の素数で一致）。`,
          en: `The key fits the mark for every one of 38 primes.`,
        },
      });
    }),
});

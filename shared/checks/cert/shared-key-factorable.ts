import { readX509 } from '../../evidence/certificate/x509.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { sharesPrime } from './moduli.ts';
import { judgeChain } from './presented.ts';

export const sharedKeyFactorable = defineCheck({
  version: 1,
  needs: ['certificate'],
  estate: ['certificate'],
  severity: 'critical',
  text: {
    safe: { ja: 'RSA 鍵の素数はほかの鍵と重なっていません', en: 'The RSA key shares no prime with another' },
    vulnerable: {
      ja: 'RSA 鍵の素数がほかの鍵と重なり、解読できます',
      en: 'The RSA key shares a prime with another and can be broken',
    },
    why: {
      ja: 'このサーバーの鍵は、別のサーバーの鍵と共通の素数を持っています。二つの公開鍵から両方の秘密鍵を一瞬で計算できるため、なりすましや通信の解読ができます。乱数の弱い機器で鍵を作ったときに起こります。',
      en: 'The key of this server has a prime in common with that of another. From the two public keys both private ones can be computed at once, and then traffic read and servers impersonated. It happens where devices with poor randomness make keys.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: '両方のサーバーで、十分な乱数のある機器で鍵を作り直し、証明書を取得し直して古いものを失効させます。機器が作った鍵の場合は、ファームウェアを更新してから作り直します。',
    en: 'Make new keys for both servers on a machine with sound randomness, have the certificates reissued and revoke the old ones. Where a device made the key, update its firmware first.',
  }),
  references: [
    'https://factorable.net/',
    'https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/heninger',
  ],
  detect: ({ certificate }, _at, _knowledge, estate) =>
    judgeChain(certificate, (leaf) => {
      const own = readX509(leaf.der)?.rsa;
      if (own === undefined) return undetermined('garbled');
      if (own === null) return notApplicable;
      const other = sharesPrime(own.modulus, estate);
      if (other === undefined) return safe;
      const { host, port } = other.endpoint;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(certificate, ['presented', 'value', 'chain', 0, 'der']),
          proofAt(other, ['presented', 'value', 'chain', 0, 'der']),
        ],
        detail: {
          ja: `共通の素数を持つ鍵：${host} の ${port} 番`,
          en: `The other key: ${host} port ${port}.`,
        },
      };
    }),
});

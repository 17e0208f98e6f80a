import { defineCheck } from '../../check.ts';
import { dhFixes } from '../dh-fixes.ts';
import { judgeDhe } from './dhe.ts';
import { isProbablePrime } from './prime.ts';

export const dhComposite = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: '鍵交換（DH）に使う数は素数です', en: 'Diffie-Hellman uses a prime' },
    vulnerable: {
      ja: '鍵交換（DH）に使う数が素数ではありません',
      en: 'Diffie-Hellman uses a number that is not prime',
    },
    why: {
      ja: '鍵交換の安全さは、素数を使うことで成り立っています。素数でない数は簡単な数に分解でき、暗号の鍵を計算で求められるおそれがあります。設定の誤りか、裏口として仕込まれた数の可能性があります。',
      en: 'The key exchange is safe only with a prime. Another number falls apart into small ones, and the keys can be computed. It is a mistake, or a number planted as a back door.',
    },
  },
  action: 'tls-settings',
  fixes: dhFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7919', 'https://eprint.iacr.org/2016/644'],
  detect: ({ 'tls-hello': hello }) =>
    judgeDhe(hello, ({ prime }) =>
      isProbablePrime(BigInt(`0x${prime}`))
        ? undefined
        : { ja: '素数の判定（ミラー・ラビン法）に不合格でした。', en: 'It fails the Miller-Rabin test.' },
    ),
});

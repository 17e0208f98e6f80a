import { defineCheck } from '../../check.ts';
import { dhFixes } from '../dh-fixes.ts';
import { judgeDhe } from './dhe.ts';
import { smallOrder } from './prime.ts';

export const smallSubgroup = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: { ja: '鍵交換（DH）の数の組は安全です', en: 'The Diffie-Hellman group is sound' },
    vulnerable: {
      ja: '鍵交換（DH）の数の組が弱く、鍵を推測できます',
      en: 'The Diffie-Hellman group is so weak that keys can be guessed',
    },
    why: {
      ja: '鍵のもとになる数（生成元）の取り得る値がごく少ないため、暗号の鍵を総当たりで求められます。設定の誤りか、裏口として仕込まれた数の可能性があり、通信が読まれるおそれがあります。',
      en: 'The generator reaches so few values that keys can be found by trying them all. It is a mistake, or a group planted as a back door, and traffic could be read.',
    },
  },
  action: 'tls-settings',
  fixes: dhFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc2785', 'https://eprint.iacr.org/2016/644'],
  detect: ({ 'tls-hello': hello }) =>
    judgeDhe(hello, ({ prime, generator }) => {
      const order = smallOrder(BigInt(`0x${generator || '0'}`), BigInt(`0x${prime}`));
      return order === undefined
        ? undefined
        : { ja: `生成元が作る値は ${order} 通りだけです。`, en: `The generator makes only ${order} values.` };
    }),
});

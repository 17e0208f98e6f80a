import { defineCheck } from '../../check.ts';
import { dhFixes } from '../dh-fixes.ts';
import { rfc9325 } from '../references.ts';
import { commonPrimeName } from './common-primes.ts';
import { judgeDhe } from './dhe.ts';

export const dhCommonPrime = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: {
      ja: '鍵交換（DH）に使い回された短い数は使われていません',
      en: 'Diffie-Hellman does not use a widely shared short prime',
    },
    vulnerable: {
      ja: '鍵交換（DH）に、世界中で使い回されている短い数が使われています',
      en: 'Diffie-Hellman uses a short prime that is shared all over the world',
    },
    why: {
      ja: 'この数は多くの製品に初めから入っているもので、1024 ビット以下の場合、国家規模の攻撃者が前もって計算を済ませている可能性があります。その計算は一度で済むため、同じ数を使うすべてのサーバーの通信が読まれるおそれがあります（Logjam）。',
      en: 'This prime ships with many products. At 1024 bits or less a large attacker may have done the computation for it already, once, and could then read the traffic of every server that uses it (Logjam).',
    },
  },
  action: 'tls-settings',
  fixes: dhFixes,
  references: ['https://weakdh.org/', `${rfc9325}#section-4.4`],
  cves: ['CVE-2015-4000'],
  detect: ({ 'tls-hello': hello }) =>
    judgeDhe(hello, ({ prime, primeBits }) => {
      const group = commonPrimeName(prime);
      if (group === undefined || primeBits > 1024) return undefined;
      return {
        ja: `使われている数：${group}（${primeBits} ビット）`,
        en: `The prime is that of ${group} (${primeBits} bits).`,
      };
    }),
});

import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { safe } from '../../verdicts.ts';
import { dhFixes } from '../dh-fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { ipaTlsGuideline, rfc9325 } from '../references.ts';
import { judgeSpoken } from '../version-offered.ts';

export const dhSmall = defineCheck({
  version: 2,
  needs: ['tls-hello'],
  severity: 'high',
  text: {
    safe: {
      ja: '鍵交換（DH）に十分な長さの数が使われています',
      en: 'Diffie-Hellman key exchange uses a number that is long enough',
    },
    vulnerable: {
      ja: '鍵交換（DH）に使う数が短すぎます',
      en: 'Diffie-Hellman key exchange uses too short a number',
    },
    why: {
      ja: '暗号の鍵を取り決めるときに使う数が短く、大きな計算力を持つ攻撃者には破られます。1024 ビット以下では、記録された通信がまとめて読まれるおそれがあります（Logjam）。',
      en: 'The number used to agree on a key is so short that an attacker with large computing power can break it. At 1024 bits or less, recorded traffic could be read in bulk (Logjam).',
    },
  },
  action: 'tls-settings',
  fixes: dhFixes,
  references: ['https://weakdh.org/', `${rfc9325}#section-4.4`, ipaTlsGuideline],
  detect: ({ 'tls-hello': hello }) => {
    const [shortest] = (['dheExport', 'dhe'] as const)
      .flatMap((key) => {
        const seen = hello.data[key];
        return seen.outcome === 'yes' ? [{ key, bits: bitLength(seen.value.prime) }] : [];
      })
      .toSorted((a, b) => a.bits - b.bits);
    return shortest !== undefined && shortest.bits < enoughBits
      ? sized(hello, shortest)
      : judgeSpoken(hello, hello.data.dhe, { no: safe, yes: () => safe });
  },
});

const enoughBits = 2048;

interface Sized {
  readonly key: 'dhe' | 'dheExport';
  readonly bits: number;
}

function sized(hello: EvidenceOf<'tls-hello'>, { key, bits }: Sized): Verdict {
  const severity: Severity = bits < 1024 ? 'critical' : bits === 1024 ? 'high' : 'medium';
  return easeForMailServers(
    {
      verdict: 'vulnerable',
      confidence: 'verified',
      severity,
      proof: [proofAt(hello, [key, 'value', 'prime']), proofAt(hello, [key, 'value', 'serverKeyExchange'])],
      detail: {
        ja: `使われた数は ${bits} ビットでした。2048 ビット以上が必要です。`,
        en: `The number has ${bits} bits; 2048 or more are needed.`,
      },
    },
    hello,
    severity,
  );
}

/** The real length: leading zero bytes, which some servers send, do not count. */
function bitLength(hex: string): number {
  return hex === '' ? 0 : BigInt(`0x${hex}`).toString(2).length;
}

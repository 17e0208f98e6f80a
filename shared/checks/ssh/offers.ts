import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';

type Evidence = EvidenceOf<'ssh-kexinit'>;
export type Kexinit = Extract<Evidence['data']['kexinit'], { outcome: 'yes' }>['value'];
type ListName = Exclude<keyof Kexinit, 'raw'>;

const lists = {
  kex: ['kex'],
  hostKeys: ['hostKeys'],
  ciphers: ['ciphersServerToClient', 'ciphersClientToServer'],
  macs: ['macsServerToClient', 'macsClientToServer'],
} as const satisfies Record<string, readonly ListName[]>;

/** One name is proof; the rest is told in the detail. */
const mostProofs = 8;

/**
 * Whether a weak algorithm stands in what the server offers, in either direction. The server's own list is proof
 * without a key exchange; whether a client would choose it is another matter.
 */
export function offersWeak(
  evidence: Evidence,
  kind: keyof typeof lists,
  isWeak: (name: string) => boolean,
): Verdict {
  return judge(evidence.data.kexinit, {
    no: notApplicable,
    yes: (kexinit) => {
      const found = lists[kind].flatMap((list) =>
        kexinit[list].flatMap((name, index) => (isWeak(name) ? [{ list, index, name }] : [])),
      );
      const names = [...new Set(found.map(({ name }) => name))];
      const [first, ...others] = names.map((name) => found.find((one) => one.name === name));
      if (first === undefined) return safe;
      const proofOf = ({ list, index }: { list: ListName; index: number }) =>
        proofAt(evidence, ['kexinit', 'value', list, index]);
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofOf(first),
          ...others
            .slice(0, mostProofs - 1)
            .filter((one) => one !== undefined)
            .map(proofOf),
        ],
        detail: {
          ja: `サーバーが提示した一覧に次の方式がありました: ${names.join('、')}`,
          en: `The server’s own list offers: ${names.join(', ')}`,
        },
      };
    },
  });
}

import {
  aggressiveMode,
  type IkeAnswer,
  mainMode,
  readIke,
  saInit,
  type Transform,
} from '../wire/ike/message.ts';
import type { Facts, Protocol, Question } from './protocol.ts';

/** RFC 3948 §2.2: on port 4500, what is not ESP begins with four zero bytes. */
const notEsp = Buffer.alloc(4);

/** RFC 2409 appendix A: 1 DES, 5 3DES, 7 AES; 1 MD5, 2 SHA-1, 4 SHA2-256; 1 key, 3 RSA; the group's number. */
const current: readonly Transform[] = [14, 19, 20].flatMap((group) =>
  [1, 3].map((auth) => ({ cipher: 7, bits: 256, hash: 4, auth, group })),
);
const outdated: readonly Transform[] = [2, 1, 5].flatMap((group) =>
  [5, 1].flatMap((cipher) => [1, 2].map((hash) => ({ cipher, bits: 0, hash, auth: 1, group }))),
);
/** AES with a group of 1024 or 1536 bits: usual in old settings. */
const smallGroup: readonly Transform[] = [2, 5].flatMap((group) =>
  [256, 128].map((bits) => ({ cipher: 7, bits, hash: 2, auth: 1, group })),
);

const questions: readonly (readonly [asked: string, say: Buffer, keep?: number])[] = [
  ['v1-main-current', mainMode(current)],
  ['v1-main-outdated', mainMode(outdated)],
  ['v1-main-small-group', mainMode(smallGroup)],
  // Up to the choice: the hash that follows would let anyone guess the shared key.
  ['v1-aggressive', aggressiveMode([...smallGroup.slice(0, 2), ...outdated.slice(0, 4)], 'enkaku'), 84],
  ['v2-group-14', saInit(14, 256)],
  ['v2-group-5', saInit(5, 192)],
  ['v2-group-2', saInit(2, 128)],
];

function factsOf(answer: IkeAnswer): Facts {
  const { vendors, notify, ...chosen } = answer;
  return {
    ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, String(value)])),
    ...(notify === undefined ? {} : { notify: String(notify) }),
    ...(vendors.length === 0 ? {} : { vendors: vendors.join(' ') }),
  };
}

function asked(behindNat: boolean): readonly [Question, ...Question[]] {
  const all = questions.map(
    ([name, message, keep]): Question => ({
      asked: name,
      say: behindNat ? Buffer.concat([notEsp, message]) : message,
      ...(keep === undefined ? {} : { keep }),
      read: (bytes) => {
        const isMarked = bytes.subarray(0, 4).equals(notEsp);
        const answer = readIke(behindNat && isMarked ? bytes.subarray(4) : bytes);
        return answer === undefined ? undefined : factsOf(answer);
      },
    }),
  );
  return all as [Question, ...Question[]];
}

const where = { name: 'ike', transport: 'udp', services: ['isakmp'] } as const;
export const ike: Protocol = { ...where, ports: [500], questions: asked(false) };
export const ikeBehindNat: Protocol = { ...where, ports: [4500], questions: asked(true) };

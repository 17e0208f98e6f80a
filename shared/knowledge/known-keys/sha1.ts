/** FIPS 180-4 §6.1, in hex. Only for lists that were published as SHA-1; nothing relies on its strength. */
export function sha1Hex(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < words.length; at += 16) state = addBlock(state, words.subarray(at, at + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

type State = readonly [number, number, number, number, number];

function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  const put = (byte: number, at: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at & 3) * 8));
  };
  bytes.forEach(put);
  put(0x80, bytes.length);
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function addBlock(state: State, block: Uint32Array): State {
  const schedule = [...block];
  for (let at = 16; at < 80; at++) {
    const before = (back: number) => schedule[at - back] ?? 0;
    schedule.push(rotated(before(3) ^ before(8) ^ before(14) ^ before(16), 1));
  }
  let [a, b, c, d, e] = state;
  schedule.forEach((word, round) => {
    const [mixed, constant] = mixing(round, b, c, d);
    const next = (rotated(a, 5) + mixed + e + constant + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  });
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0, (state[4] + e) | 0];
}

function mixing(round: number, b: number, c: number, d: number): readonly [mixed: number, constant: number] {
  if (round < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (round < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (round < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** A group of the TLS Supported Groups registry of IANA. */
export interface Group {
  /** Four hex digits. */
  readonly id: string;
  readonly name: string;
}

const group = (id: string, name: string): Group => ({ id, name });

export const hybridGroup = group('11ec', 'X25519MLKEM768');

/** Elliptic curves of at least 224 bits, the common ones first. */
const curves: readonly Group[] = [
  group('001d', 'x25519'),
  group('0017', 'secp256r1'),
  group('0018', 'secp384r1'),
  group('0019', 'secp521r1'),
  group('001e', 'x448'),
];
const brainpool: readonly Group[] = [
  group('001a', 'brainpoolP256r1'),
  group('001b', 'brainpoolP384r1'),
  group('001c', 'brainpoolP512r1'),
];
const uncommon: readonly Group[] = [
  group('0016', 'secp256k1'),
  group('0015', 'secp224r1'),
  group('0014', 'secp224k1'),
  group('0006', 'sect233k1'),
  group('0007', 'sect233r1'),
  group('0008', 'sect239k1'),
  group('0009', 'sect283k1'),
  group('000a', 'sect283r1'),
  group('000b', 'sect409k1'),
  group('000c', 'sect409r1'),
  group('000d', 'sect571k1'),
  group('000e', 'sect571r1'),
];

/** Below 224 bits: less than the 112 bits of security that anything still in use asks for. */
export const weakCurves: readonly Group[] = [
  group('0013', 'secp192r1'),
  group('0012', 'secp192k1'),
  group('0011', 'secp160r2'),
  group('0010', 'secp160r1'),
  group('000f', 'secp160k1'),
  group('0005', 'sect193r2'),
  group('0004', 'sect193r1'),
  group('0003', 'sect163r2'),
  group('0002', 'sect163r1'),
  group('0001', 'sect163k1'),
];

/** What is asked for up to TLS 1.2, where the group is a curve (RFC 8422). */
export const legacyGroups: readonly Group[] = [...curves, ...brainpool, ...uncommon, ...weakCurves];

/** What may be negotiated in TLS 1.3 (RFC 8446 §4.2.7, RFC 8734, draft-ietf-tls-ecdhe-mlkem, draft-ietf-tls-mlkem). */
export const tls13Groups: readonly Group[] = [
  hybridGroup,
  ...curves,
  group('11eb', 'SecP256r1MLKEM768'),
  group('11ed', 'SecP384r1MLKEM1024'),
  group('0201', 'MLKEM768'),
  group('0202', 'MLKEM1024'),
  group('6399', 'X25519Kyber768Draft00'),
  group('0100', 'ffdhe2048'),
  group('0101', 'ffdhe3072'),
  group('0102', 'ffdhe4096'),
  group('0103', 'ffdhe6144'),
  group('0104', 'ffdhe8192'),
  group('001f', 'brainpoolP256r1tls13'),
  group('0020', 'brainpoolP384r1tls13'),
  group('0021', 'brainpoolP512r1tls13'),
];

const names = new Map([...legacyGroups, ...tls13Groups].map(({ id, name }) => [id, name]));

/** IANA's name; `unknown` for what we never offer. */
export function groupOf(id: string): Group {
  return { id, name: names.get(id) ?? 'unknown' };
}

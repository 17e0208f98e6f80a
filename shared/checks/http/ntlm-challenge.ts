/** What an NTLM challenge tells of the server ([MS-NLMP] §2.2.1.2). */
export interface NtlmChallenge {
  readonly computer: string | null;
  readonly domain: string | null;
  /** `10.0.17763` */
  readonly build: string | null;
}

const signature = [...'NTLMSSP\0'].map((letter) => letter.charCodeAt(0));
/** AV_PAIRs: the DNS names tell more than the NetBIOS ones. */
const ids = { end: 0, netBiosComputer: 1, netBiosDomain: 2, dnsComputer: 3, dnsDomain: 4 } as const;
const hasVersion = 0x02000000;

/** The challenge in a WWW-Authenticate header; undefined for anything else, and for one that tells no name. */
export function parseNtlmChallenge(header: string): NtlmChallenge | undefined {
  const base64 = /^\s*(?:NTLM|Negotiate)\s+([A-Za-z0-9+/]{40,6000}={0,2})\s*$/i.exec(header)?.[1];
  const bytes = base64 === undefined ? undefined : decode(base64);
  if (bytes === undefined || bytes.byteLength < 48) return undefined;
  if (signature.some((byte, at) => bytes.getUint8(at) !== byte) || bytes.getUint32(8, true) !== 2)
    return undefined;
  const pairs = pairsOf(bytes, bytes.getUint32(44, true), bytes.getUint16(40, true));
  const computer = pairs.get(ids.dnsComputer) ?? pairs.get(ids.netBiosComputer) ?? null;
  const domain = pairs.get(ids.dnsDomain) ?? pairs.get(ids.netBiosDomain) ?? null;
  return computer === null && domain === null ? undefined : { computer, domain, build: buildOf(bytes) };
}

function decode(base64: string): DataView | undefined {
  try {
    return new DataView(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
  } catch {
    return undefined;
  }
}

function pairsOf(bytes: DataView, offset: number, length: number): ReadonlyMap<number, string> {
  const pairs = new Map<number, string>();
  const end = Math.min(bytes.byteLength, offset + length);
  for (let at = offset; at + 4 <= end; ) {
    const [id, size] = [bytes.getUint16(at, true), bytes.getUint16(at + 2, true)];
    if (id === ids.end || at + 4 + size > end) break;
    pairs.set(id, new TextDecoder('utf-16le').decode(new Uint8Array(bytes.buffer, at + 4, size)));
    at += 4 + size;
  }
  return pairs;
}

function buildOf(bytes: DataView): string | null {
  if ((bytes.getUint32(20, true) & hasVersion) === 0 || bytes.byteLength < 56) return null;
  return `${bytes.getUint8(48)}.${bytes.getUint8(49)}.${bytes.getUint16(50, true)}`;
}

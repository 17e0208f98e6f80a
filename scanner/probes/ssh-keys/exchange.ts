import { createHash } from 'node:crypto';
import { ProbeError } from '../../guard/guard.ts';
import type { Kexinit } from '../ssh-kexinit/kexinit.ts';
import { cipherOf, suiteFor } from './cipher.ts';
import { agreementFor, agreementIn, agreements, type KeyAgreement } from './key-agreement.ts';
import { ourKexinit, type Session } from './session.ts';
import { Fields, message, mpint, string, uint32 } from './wire.ts';

const groupExchanges = ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha1'];
const usualBits = [2048, 3072, 8192] as const;
const longestPrimeBytes = 1024;

export interface Group {
  readonly prime: Buffer;
  readonly generator: Buffer;
}

/** How keys can be exchanged with this server; undefined where we know none of its ways. */
export function chooseKex(kexinit: Kexinit): string | undefined {
  return [...agreements, ...groupExchanges].find((name) => kexinit.kex.includes(name));
}

export function groupExchangeOf(kexinit: Kexinit): string | undefined {
  return groupExchanges.find((name) => kexinit.kex.includes(name));
}

/** RFC 4419 §3: the group that the server has for that many bits. @throws ProbeError | GuardError */
export async function askGroup(session: Session, sizes: readonly [number, number, number]): Promise<Group> {
  session.send(Buffer.concat([Buffer.of(message.gexRequest), ...sizes.map(uint32)]));
  const fields = new Fields(await session.expect(message.gexGroup), 1);
  return { prime: fields.mpint(), generator: fields.mpint() };
}

interface Begun {
  readonly kexinit: Kexinit;
  readonly payload: Buffer;
}

export interface Exchanged {
  readonly hostKey: Buffer;
  /** Ends the exchange and encrypts what follows; undefined where we have none of the server's ciphers. */
  readonly finish: (() => Promise<boolean>) | undefined;
}

/**
 * A key exchange up to the server's signed answer, which carries its host key. The signature is not checked: nothing
 * secret is ever said. @throws ProbeError | GuardError
 */
export async function exchangeKeys(
  session: Session,
  { kexinit, payload }: Begun,
  kex: string,
  hostKeyAlgorithm: string,
): Promise<Exchanged> {
  const ours = ourKexinit(kexinit, kex, hostKeyAlgorithm);
  session.send(ours);
  const isGroupExchange = groupExchanges.includes(kex);
  const group = isGroupExchange ? await askGroup(session, usualBits) : undefined;
  const agreement = group === undefined ? agreementFor(kex) : inGroup(group, kex);
  if (agreement === undefined) throw new ProbeError('not-attempted', `we cannot do ${kex}`);
  const encode = agreement.kind === 'mpint' ? mpint : string;
  session.send(Buffer.concat([Buffer.of(group ? message.gexInit : message.kexInit), encode(agreement.ours)]));
  const reply = new Fields(await session.expect(group ? message.gexReply : message.kexReply), 1);
  const hostKey = reply.string();
  const theirs = agreement.kind === 'mpint' ? reply.mpint() : reply.string();
  const hashed = (secret: Buffer) =>
    createHash(agreement.hash)
      .update(Buffer.concat([string(session.ours), string(session.theirs), string(ours), string(payload)]))
      .update(string(hostKey))
      .update(group === undefined ? '' : groupFields(group))
      .update(Buffer.concat([encode(agreement.ours), encode(theirs), mpint(secret)]))
      .digest();
  return { hostKey, finish: protector(session, kexinit, agreement, theirs, hashed) };
}

function groupFields({ prime, generator }: Group): Buffer {
  return Buffer.concat([...usualBits.map(uint32), mpint(prime), mpint(generator)]);
}

function inGroup({ prime, generator }: Group, kex: string): KeyAgreement {
  const isUsable =
    prime.length >= 64 && prime.length <= longestPrimeBytes && generator.length <= longestPrimeBytes;
  if (!isUsable) throw new ProbeError('garbled', `a prime of ${prime.length} bytes`);
  return agreementIn(prime, generator, kex.endsWith('sha256') ? 'sha256' : 'sha1');
}

/** RFC 4253 §7.2 and §7.3. */
function protector(
  session: Session,
  kexinit: Kexinit,
  agreement: KeyAgreement,
  theirs: Buffer,
  hashed: (secret: Buffer) => Buffer,
): Exchanged['finish'] {
  const [up, down] = [suiteFor(kexinit, 'ClientToServer'), suiteFor(kexinit, 'ServerToClient')];
  if (up === undefined || down === undefined) return undefined;
  return async () => {
    const secret = secretOf(agreement, theirs);
    const hash = hashed(secret);
    const derive = (letter: string, bytes: number) => {
      let out = Buffer.alloc(0);
      while (out.length < bytes) {
        const next = createHash(agreement.hash).update(mpint(secret)).update(hash);
        out = Buffer.concat([
          out,
          (out.length === 0 ? next.update(letter).update(hash) : next.update(out)).digest(),
        ]);
      }
      return out.subarray(0, bytes);
    };
    session.send(Buffer.of(message.newKeys));
    await session.expect(message.newKeys);
    session.protect(
      cipherOf(up, derive('C', up.keyBytes), derive('A', up.ivBytes), derive('E', up.macKeyBytes)),
      cipherOf(down, derive('D', down.keyBytes), derive('B', down.ivBytes), derive('F', down.macKeyBytes)),
    );
    return true;
  };
}

function secretOf(agreement: KeyAgreement, theirs: Buffer): Buffer {
  try {
    return agreement.secret(theirs);
  } catch (error) {
    throw new ProbeError('garbled', 'the server’s half is of another group', { cause: error });
  }
}

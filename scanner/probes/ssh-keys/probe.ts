import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, type Place, ProbeError } from '../../guard/guard.ts';
import type { Probe } from '../probe.ts';
import type { Kexinit } from '../ssh-kexinit/kexinit.ts';
import { sshKexinitProbe } from '../ssh-kexinit/probe.ts';
import { portOf } from '../wire/tls-route.ts';
import { askAuthMethods } from './auth-methods.ts';
import { askGroup, chooseKex, exchangeKeys, groupExchangeOf } from './exchange.ts';
import { bitLength, readHostKey } from './host-key.ts';
import { ourKexinit, Session } from './session.ts';

type SshKeys = EvidenceData['ssh-keys'];

const connectMs = 8000;
const sessionMs = 12_000;
/** One kind of key has several names for its signatures; any of them shows it. */
const kinds: readonly (readonly string[])[] = [
  ['ssh-ed25519'],
  ['rsa-sha2-256', 'rsa-sha2-512', 'ssh-rsa'],
  ['ecdsa-sha2-nistp256'],
  ['ecdsa-sha2-nistp384'],
  ['ecdsa-sha2-nistp521'],
  ['ssh-dss'],
];
const mostConnections = kinds.length + 3;

/** The host keys of an SSH server, the smallest group it has, and, with consent, how one may log in. Nobody does. */
export const sshKeysProbe: Probe<'ssh-keys'> = {
  kind: 'ssh-keys',
  worstCaseMs: mostConnections * (connectMs + sessionMs),
  places: (host) => sshKexinitProbe.places(host),
  gather: async (endpoint, guard, { order }) => {
    const place = { address: endpoint.host, port: portOf(endpoint) };
    return await lookAtKeys(guard, place, order.optIns.includes('ssh-auth-methods'));
  },
};

export async function lookAtKeys(guard: Guard, place: Place, mayAskMethods: boolean): Promise<SshKeys> {
  const offered = await observed(() => listsOf(guard, place));
  if (offered.outcome !== 'yes') {
    return { hostKeys: [], groupExchange: offered, authMethods: unknown('not-attempted') };
  }
  const wanted = kinds.flatMap((names) => names.find((name) => offered.value.hostKeys.includes(name)) ?? []);
  const hostKeys: SshKeys['hostKeys'] = [];
  for (const algorithm of wanted) {
    const key = await observed(() => hostKeyOf(guard, place, algorithm));
    hostKeys.push({ algorithm, key });
    if (key.outcome === 'unknown' && key.reason === 'timeout') break;
  }
  const [first] = wanted;
  // A server that falls silent in the middle would do so again, and each time costs its patience and ours.
  const isSilent = hostKeys.some(({ key }) => key.outcome === 'unknown' && key.reason === 'timeout');
  return {
    hostKeys,
    groupExchange: isSilent ? unknown('timeout') : await groupOf(guard, place, offered.value),
    authMethods:
      mayAskMethods && first !== undefined && !isSilent
        ? await observed(() => withSession(guard, place, (session) => askAuthMethods(session, first)))
        : unknown('not-attempted'),
  };
}

async function withSession<T>(guard: Guard, place: Place, use: (session: Session) => Promise<T>): Promise<T> {
  const socket = await guard.connectTcp(place, { timeoutMs: connectMs });
  using session = new Session(socket, sessionMs);
  return await use(session);
}

async function listsOf(guard: Guard, place: Place): Promise<Kexinit> {
  return await withSession(guard, place, async (session) => (await session.begin()).kexinit);
}

async function hostKeyOf(guard: Guard, place: Place, algorithm: string) {
  return await withSession(guard, place, async (session) => {
    const begun = await session.begin();
    const kex = chooseKex(begun.kexinit);
    if (kex === undefined) throw new ProbeError('not-attempted', 'no way to exchange keys in common');
    const { hostKey } = await exchangeKeys(session, begun, kex, algorithm);
    return readHostKey(hostKey);
  });
}

/** RFC 4419 §3: what we would like is the least that anybody would. */
const smallest = [1024, 1024, 8192] as const;

async function groupOf(guard: Guard, place: Place, offered: Kexinit): Promise<SshKeys['groupExchange']> {
  const kex = groupExchangeOf(offered);
  const [hostKey] = offered.hostKeys;
  if (kex === undefined || hostKey === undefined) return no;
  return await observed(() =>
    withSession(guard, place, async (session) => {
      const { kexinit } = await session.begin();
      session.send(ourKexinit(kexinit, kex, hostKey));
      const { prime } = await askGroup(session, smallest);
      return { bits: bitLength(prime), prime: prime.toString('hex', 0, 2048) };
    }),
  );
}

async function observed<T>(see: () => Promise<T>) {
  try {
    return yes(await see());
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'refused' ? no : unknown(error.reason);
  }
}

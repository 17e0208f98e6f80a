import { ProbeError } from '../../guard/guard.ts';
import { chooseKex, exchangeKeys } from './exchange.ts';
import type { Session } from './session.ts';
import { Fields, message, string } from './wire.ts';

const user = 'enkaku';
const mostMethods = 32;

/** RFC 4252 §5.2: the method `none`, once; the refusal lists what would be accepted. @throws ProbeError | GuardError */
export async function askAuthMethods(
  session: Session,
  hostKeyAlgorithm: string,
): Promise<{ methods: string[] }> {
  const begun = await session.begin();
  const kex = chooseKex(begun.kexinit);
  if (kex === undefined) throw new ProbeError('not-attempted', 'no way to exchange keys in common');
  const { finish } = await exchangeKeys(session, begun, kex, hostKeyAlgorithm);
  if (finish === undefined) throw new ProbeError('not-attempted', 'no cipher in common');
  await finish();
  session.send(Buffer.concat([Buffer.of(message.serviceRequest), string('ssh-userauth')]));
  await session.expect(message.serviceAccept);
  const fields = [string(user), string('ssh-connection'), string('none')];
  session.send(Buffer.concat([Buffer.of(message.userAuthRequest), ...fields]));
  const refusal = await session.expect(message.userAuthFailure);
  const names = new Fields(refusal, 1).string().toString('latin1').split(',');
  return { methods: names.filter((name) => /^[\x21-\x7e]{1,64}$/.test(name)).slice(0, mostMethods) };
}

import { claimBlock } from '../address-block.ts';
import type { Strength } from '../contract.ts';
import { type Started, startAll } from '../services/beds.ts';
import { createTestCa, type TestCa } from '../test-ca.ts';
import { startDovecot } from './dovecot.ts';

export interface MailboxBeds extends Started<'dovecot'> {
  readonly addresses: Readonly<Record<Strength, string>>;
  readonly ca: TestCa;
}

/** Where mail is fetched: weak on one address, hardened on the other. */
export async function startMailboxBeds(): Promise<MailboxBeds> {
  await using stack = new AsyncDisposableStack();
  const block = stack.use(await claimBlock());
  const prefix = block.resolver.split('.').slice(0, 3).join('.');
  const addresses = { weak: `${prefix}.1`, hardened: `${prefix}.2` } as const;
  const ca = await createTestCa();
  const starters = { dovecot: (options: Parameters<typeof startDovecot>[0]) => startDovecot(options, ca) };
  const { started, unavailable } = stack.use(
    await startAll(starters, { ...addresses, inner: `${prefix}.9` }),
  );
  const owned = stack.move();
  return { addresses, ca, started, unavailable, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BedName, BedUnavailableError, type Strength, startBeds, type UnavailableBed } from './bed.ts';
import { startJavaTls } from './java/java-tls.ts';

/** A TLS server on port 443. */
export interface TlsPlace {
  readonly server: string;
  readonly strength: Strength;
  readonly address: string;
  /** What it is asked for by name. */
  readonly name: string;
}

export interface TlsWorld extends AsyncDisposable {
  readonly places: readonly TlsPlace[];
  readonly unavailable: readonly Pick<UnavailableBed, 'reason'>[];
}

const strengths: readonly Strength[] = ['weak', 'hardened'];
const javaHosts: Readonly<Record<Strength, number>> = { weak: 21, hardened: 22 };

/** Weak and hardened twins of OpenSSL (nginx) and of Java, which together speak everything from SSLv3 to TLS 1.3. */
export async function startTlsWorld(): Promise<TlsWorld> {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), 'enkaku-tls-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o755);
  const nginx = stack.use(await startBeds(strengths.map((strength): BedName => `${strength}-nginx`)));
  const places: TlsPlace[] = nginx.beds.map(({ daemon, strength, address, names }) => ({
    server: daemon,
    strength,
    address,
    name: names[0] ?? address,
  }));
  const unavailable: Pick<UnavailableBed, 'reason'>[] = [...nginx.unavailable];
  await Promise.all(
    strengths.map(async (strength) => {
      const address = nginx.plan.outside.replace(/\d+$/, String(javaHosts[strength]));
      try {
        stack.use(
          await startJavaTls({ address, ca: nginx.ca, dir: join(dir, `${strength}-java`), strength }),
        );
        places.push({ server: 'java', strength, address, name: `java.${strength}.test` });
      } catch (error) {
        if (!(error instanceof BedUnavailableError)) throw error;
        unavailable.push({ reason: error.message });
      }
    }),
  );
  const owned = stack.move();
  return { places, unavailable, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { reportSchema } from '@enkaku/shared/report/schema.ts';
import { expect, test } from 'vitest';
import { createTestCa } from '../beds/test-ca.ts';
import { createNamespacePair, namespacesAllowed } from '../netns/namespace.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const allowed = namespacesAllowed();

test('a scanner in a network of its own joins a running service over HTTPS → it diagnoses, the portal has the report', async ({
  skip,
}) => {
  if (!allowed.allowed) skip(allowed.reason);
  const folder = await mkdtemp(path.join(tmpdir(), 'enkaku-fleet-'));
  try {
    await using networks = await createNamespacePair();
    const { first, second } = networks;
    const ca = await createTestCa();
    const fleet = await ca.issue('good', [first.address]);
    const file = async (name: string, content: string) => {
      await writeFile(path.join(folder, name), content, { mode: 0o600 });
      return path.join(folder, name);
    };
    const env = {
      ...process.env,
      FLEET_TLS_CERT: await file('fleet.pem', fleet.chainPem),
      FLEET_TLS_KEY: await file('fleet.key', fleet.keyPem),
      NODE_EXTRA_CA_CERTS: await file('ca.pem', ca.rootPem),
    };

    const service = first.spawn(
      process.execPath,
      ['test/fleet/service-in-namespace.ts', first.address, path.join(folder, 'var')],
      { cwd: repository, env, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const messages = messagesOf(service);
    const { join } = await next(messages);
    second.spawn(
      process.execPath,
      ['scanner/main.ts', '--join', String(join), '--state', path.join(folder, 'node'), '--name', 'far-away'],
      { cwd: repository, env, stdio: 'ignore' },
    );
    const { report } = await next(messages);

    expect(join).toMatch(/^https:\/\/10\.77\.0\.1:\d+#/);
    expect(reportSchema.parse(report).hosts).toEqual([
      expect.objectContaining({
        address: first.address,
        reachable: true,
        services: [expect.objectContaining({ port: 8080 })],
      }),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function messagesOf(child: ChildProcess): AsyncIterator<string> {
  if (child.stdout === null) throw new Error('no standard output');
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

async function next(messages: AsyncIterator<string>): Promise<Readonly<Record<string, unknown>>> {
  const { done, value } = await messages.next();
  if (done === true) throw new Error('the service ended before it had said everything');
  return JSON.parse(value);
}

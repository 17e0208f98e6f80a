import { kinds } from '@enkaku/shared/evidence/kinds.ts';
import { describe, expect, test } from 'vitest';
import { certificateProbe } from '../certificate/probe.ts';
import { jdkServer, missingJdk } from '../wire/jdk-server.fixture.ts';
import { loopbackGuard } from '../wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../wire/order.fixture.ts';
import { loopback } from '../wire/servers.fixture.ts';
import { createTlsHelloProbe } from './probe.ts';

const missing = missingJdk();
if (missing) console.warn(`skipped: ${missing}`);

const order = orderFor(loopback);
const probe = createTlsHelloProbe({ answerMs: 5000, pause: async () => {} });

async function look(port: number) {
  const view = hostView(order, [openPort(port, 'https', { tunnel: 'ssl' })]);
  const place = { host: loopback, name: null, port, transport: 'tcp' as const };
  const hello = await probe.gather(place, loopbackGuard(order), view);
  const certificate = await certificateProbe.gather(place, loopbackGuard(order), view);
  return {
    hello: kinds['tls-hello'].schema.parse(hello),
    certificate: kinds.certificate.schema.parse(certificate),
  };
}

// Java takes seconds to start where two cores are shared.
describe.skipIf(missing)('a server with everything switched on', { timeout: 60_000 }, () => {
  test('shows every family; export and DES where they still exist, below TLS 1.2', async () => {
    await using server = await jdkServer('SSLv3,TLSv1,TLSv1.1,TLSv1.2');
    const { families, versions } = (await look(server.port)).hello;
    const confirmed = (version: string, cipherName: RegExp) => ({
      outcome: 'yes',
      value: {
        version,
        cipherName: expect.stringMatching(cipherName),
        confirmedBy: expect.stringMatching(/^16/),
      },
    });
    expect(families).toMatchObject({
      null: confirmed('TLSv1.2', /NULL/),
      anon: confirmed('TLSv1.2', /anon/),
      export: confirmed('TLSv1.0', /EXPORT/),
      rc4: confirmed('TLSv1.2', /RC4_128/),
      des: confirmed('TLSv1.1', /_DES_CBC_SHA/),
      '3des': confirmed('TLSv1.2', /3DES/),
      'static-rsa': confirmed('TLSv1.2', /TLS_RSA_WITH/),
    });
    expect(versions).toMatchObject({ SSLv3: confirmed('SSLv3', /./), 'TLSv1.3': { outcome: 'no' } });
  });

  test('with SSLv3 alone is seen, certificate included, although our TLS library cannot speak to it', async () => {
    await using server = await jdkServer('SSLv3');
    const { hello, certificate } = await look(server.port);
    expect(hello.versions).toMatchObject({ SSLv3: { outcome: 'yes' }, 'TLSv1.0': { outcome: 'no' } });
    expect(hello.dhe).toMatchObject({ outcome: 'yes', value: { primeBits: 2048 } });
    expect(certificate.presented).toMatchObject({
      outcome: 'yes',
      value: { protocol: 'SSLv3', trust: 'self-signed', chain: [{ subject: 'CN=www.city.example' }] },
    });
  });
});

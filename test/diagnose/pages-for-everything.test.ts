import { createServer, type RequestListener } from 'node:http';
import { catalogue } from '@enkaku/shared/checks/catalogue.ts';
import { evaluate } from '@enkaku/shared/checks/evaluate.ts';
import { envelope } from '@enkaku/shared/evidence/envelope.fixture.ts';
import { noKnowledge } from '@enkaku/shared/knowledge/knowledge.ts';
import { retire } from '@enkaku/shared/knowledge/retire/retire.fixture.ts';
import { expect, test } from 'vitest';
import { createWebFilesProbe } from '../../scanner/probes/web-files/probe.ts';
import { loopbackGuard } from '../../scanner/probes/wire/loopback-guard.fixture.ts';
import { hostView, openPort, orderFor } from '../../scanner/probes/wire/order.fixture.ts';
import { listen, loopback } from '../../scanner/probes/wire/servers.fixture.ts';
import { leftBehind, replays } from '../beds/web/left-behind.ts';

const probe = createWebFilesProbe({ waitMs: 2000, responseMs: 3000, visitMs: 60_000 });

/** What the probe sees of a server, and what every check that looks at files first says of it. */
async function judgementsOf(answer: RequestListener) {
  await using server = await listen(createServer(answer));
  const order = orderFor(loopback, ['www.city.example']);
  const view = hostView(order, [openPort(server.port, 'http')]);
  const [place] = probe.places(view);
  if (place === undefined) throw new Error('no place');
  const guard = loopbackGuard(order);
  const files = envelope('web-files', place, await probe.gather(place, guard, view));
  const page = envelope('http-response', place, { scheme: 'http', host: 'www.city.example', exchanges: [] });
  const checks = Object.fromEntries(
    Object.entries(catalogue).filter(([, check]) => check.needs.includes('web-files')),
  );
  const judgements = evaluate(checks, [page, files], [], { ...noKnowledge, retire });
  return { judgements, requests: guard.requests() };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const plain = { 'content-type': 'text/plain' };
const everyMarker = [...Object.values(leftBehind).map(String), ...Object.values(replays)].join('\n');

test.each<[string, RequestListener]>([
  [
    'the front page for anything',
    (_, response) => response.writeHead(200, html).end('<title>市</title><h1>市</h1>'),
  ],
  [
    'a page that repeats the path',
    ({ url }, response) => response.writeHead(200, html).end(`<h1>${url}</h1>`),
  ],
  ['plain text for anything', (_, response) => response.writeHead(200, plain).end('ok\n')],
  ['nothing, with 200', (_, response) => response.writeHead(200).end()],
  ['settings for anything', (_, response) => response.writeHead(200, plain).end(leftBehind['.env'])],
  ['a repository for anything', (_, response) => response.writeHead(200, plain).end(leftBehind['.git/HEAD'])],
  ['a dump for anything', (_, response) => response.writeHead(200, plain).end(leftBehind['backup.sql'])],
  ['an archive for anything', (_, response) => response.writeHead(200).end(leftBehind['backup.zip'])],
  ['phpinfo for anything', (_, response) => response.writeHead(200, html).end(replays.phpinfo)],
  [
    'every marker at once for anything, as a honeypot',
    (_, response) => response.writeHead(200, plain).end(everyMarker),
  ],
  [
    'a redirect to the front page',
    ({ url }, response) =>
      url === '/'
        ? response.writeHead(200, html).end('hi')
        : response.writeHead(302, { location: '/' }).end(),
  ],
  [
    'a redirect to another site',
    (_, response) => response.writeHead(301, { location: 'https://other.example/' }).end(),
  ],
  [
    '403 for what looks like a file',
    ({ url }, response) => response.writeHead(url?.includes('.') ? 403 : 404, html).end(),
  ],
  [
    'a firewall’s page with 200',
    (_, response) => response.writeHead(200, html).end('Request Rejected. Your support ID is: 1'),
  ],
  ['500', (_, response) => response.writeHead(500, html).end('<h1>Internal Server Error</h1>')],
  ['503', (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end()],
  [
    'an article about all of it',
    (_, response) =>
      response
        .writeHead(200, html)
        .end(
          `<title>phpinfo(), .git and Jenkins explained</title><pre>${everyMarker.replaceAll('<', '&lt;')}</pre>`,
        ),
  ],
])('%s → no finding of medium or higher, in at most 64 requests', async (_, answer) => {
  const { judgements, requests } = await judgementsOf(answer);
  const grave = judgements.filter(
    ({ check, verdict }) =>
      verdict.verdict === 'vulnerable' &&
      ['critical', 'high', 'medium'].includes(verdict.severity ?? catalogue[check]?.severity ?? ''),
  );

  expect(grave.map(({ check }) => check)).toEqual([]);
  expect(judgements.length).toBeGreaterThan(25);
  expect(requests).toBeLessThanOrEqual(64);
});

test('a server that breaks off every body → undetermined or safe, never a finding', async () => {
  const { judgements } = await judgementsOf((_, response) => {
    response.writeHead(200, { ...plain, 'content-length': 1000 }).write('APP_KEY=');
    response.destroy();
  });

  expect(judgements.filter(({ verdict }) => verdict.verdict === 'vulnerable')).toEqual([]);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFeeds } from '@enkaku/shared/db/knowledge.ts';
import { openStore } from '@enkaku/shared/db/open.ts';
import { seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import { feedIds } from '@enkaku/shared/knowledge/feeds.ts';
import { buildKev } from '@enkaku/shared/knowledge/kev.fixture.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressVariable } from '../../scheduler/knowledge/addresses.ts';
import { readKnowledge } from '../../scheduler/knowledge/read.ts';
import { run } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enkaku-commands-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => path.join(folder, name);
const database = (name = 'enkaku.db') => ({ DATABASE_URL: `sqlite:${inFolder(name)}` });
/** No test fetches from an official address: a feed has none but those that it is given here. */
const noAddresses = Object.fromEntries(feedIds.map((id) => [addressVariable(id), '']));
const knowledge = (args: readonly string[], env = {}) =>
  run('scheduler/commands/knowledge.ts', args, { ...database(), ...noAddresses, ...env });
const oneLine = /^[^\n]+\n$/;

test.for([
  ['start', ['--fast']],
  ['start', ['now']],
  ['knowledge', []],
  ['knowledge', ['import']],
  ['knowledge', ['import', 'a', 'b']],
  ['knowledge', ['update', 'now']],
  ['backup', []],
  ['backup', ['a', 'b']],
  ['backup', ['--all']],
  ['restore', []],
] as const)('%s %j → one line of usage, exit 2, nothing on stdout', async ([command, args]) => {
  const ended = await run(`scheduler/commands/${command}.ts`, args, { ENKAKU_VAR: folder });

  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(oneLine);
  expect(ended.stderr).toContain(`usage: ${command}`);
});

test('start with a variable that makes no sense → its name, exit 2', async () => {
  const ended = await run('scheduler/commands/start.ts', [], { ENKAKU_VAR: folder, FLEET_PORT: 'many' });

  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(/^start: FLEET_PORT: .+\n$/);
});

test('knowledge import of a file in the official format → the whole catalogue, one line', async () => {
  await writeFile(inFolder('kev.json'), JSON.stringify(buildKev()));

  const ended = await knowledge(['import', inFolder('kev.json')]);

  expect(ended).toEqual({
    code: 0,
    stdout: `KEV 2026.11.20: 2 entries from ${inFolder('kev.json')}\n`,
    stderr: '',
  });
  await using store = await openStore(database().DATABASE_URL);
  expect([...(await readKnowledge(store.db)).kev].toSorted()).toEqual(['CVE-2021-44228', 'CVE-2024-3400']);
  expect(await listFeeds(store.db)).toMatchObject([{ feed: 'kev', version: '2026.11.20', entries: 2 }]);
});

test('a second import → replaces the first', async () => {
  await writeFile(inFolder('kev.json'), JSON.stringify(buildKev()));
  await knowledge(['import', inFolder('kev.json')]);
  const [, newer] = buildKev().vulnerabilities;
  await writeFile(
    inFolder('kev.json'),
    JSON.stringify({ ...buildKev(), count: 1, vulnerabilities: [newer] }),
  );

  await knowledge(['import', inFolder('kev.json')]);

  await using store = await openStore(database().DATABASE_URL);
  expect([...(await readKnowledge(store.db)).kev]).toEqual(['CVE-2024-3400']);
  expect(await listFeeds(store.db)).toMatchObject([{ entries: 1 }]);
});

test.for([
  ['no such file', null],
  ['not JSON', '<html>'],
  ['of another format', '{"vulnerabilities":[]}'],
  ['cut off', JSON.stringify({ ...buildKev(), count: 9 })],
] as const)(
  'knowledge import of a file that is %s → one line, exit 1, what was there stays',
  async ([, content]) => {
    await writeFile(inFolder('kev.json'), JSON.stringify(buildKev()));
    await knowledge(['import', inFolder('kev.json')]);
    if (content !== null) await writeFile(inFolder('other.json'), content);

    const ended = await knowledge(['import', inFolder('other.json')]);

    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(oneLine);
    await using store = await openStore(database().DATABASE_URL);
    expect((await readKnowledge(store.db)).kev.size).toBe(2);
  },
);

test('knowledge update → fetched from the address it is told', async () => {
  const server = createServer((_request, response) => response.end(JSON.stringify(buildKev())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kev.json`;

  const ended = await knowledge(['update'], { ENKAKU_KEV_URL: url });
  server.close();

  expect(ended).toEqual({ code: 0, stdout: `KEV 2026.11.20: 2 entries from ${url}\n`, stderr: '' });
});

test('knowledge update while nobody answers → one line, exit 1', async () => {
  const ended = await knowledge(['update'], { ENKAKU_KEV_URL: 'http://127.0.0.1:9/kev.json' });

  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toMatch(/^knowledge: http:\/\/127\.0\.0\.1:9\/kev\.json cannot be reached: .+\n$/);
});

test('backup and restore → the same reservation in another database', async () => {
  const { id } = await (async () => {
    await using store = await openStore(database().DATABASE_URL);
    return await seedReservation(store.db);
  })();

  const written = await run('scheduler/commands/backup.ts', [inFolder('copy.gz')], database());
  const read = await run('scheduler/commands/restore.ts', [inFolder('copy.gz')], database('other.db'));

  expect([written.code, read.code]).toEqual([0, 0]);
  await using store = await openStore(database('other.db').DATABASE_URL);
  expect(await store.db.selectFrom('reservation').select('id').execute()).toEqual([{ id }]);
});

test('backup over a file that is there → refused, the file unharmed', async () => {
  await (await openStore(database().DATABASE_URL))[Symbol.asyncDispose]();
  await writeFile(inFolder('copy.gz'), 'precious');

  const ended = await run('scheduler/commands/backup.ts', [inFolder('copy.gz')], database());

  expect(ended.code).toBe(1);
  expect(await readFile(inFolder('copy.gz'), 'utf8')).toBe('precious');
});

test('backup of a database that is not there → exit 1, and none is made', async () => {
  const ended = await run('scheduler/commands/backup.ts', [inFolder('copy.gz')], database());

  expect(ended).toMatchObject({ code: 1, stderr: `backup: no database at ${inFolder('enkaku.db')}\n` });
});

test('restore of a file that is no copy → one line, exit 1', async () => {
  await writeFile(inFolder('copy.gz'), 'nothing of the kind');

  const ended = await run('scheduler/commands/restore.ts', [inFolder('copy.gz')], database());

  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toMatch(oneLine);
});

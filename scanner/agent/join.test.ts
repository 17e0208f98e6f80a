import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fleetServer } from './fleet-server.fixture.ts';
import { JoinError, joinFleet, parseInvitation } from './join.ts';

let stateFolder: string;
beforeEach(() => {
  stateFolder = path.join(mkdtempSync(path.join(tmpdir(), 'enkaku-join-')), 'state');
});
afterEach(() => rmSync(path.dirname(stateFolder), { recursive: true }));

const { signal } = new AbortController();
const options = () => ({ stateFolder, name: 'test', version: '0.1.0' });
const joined = { nodeId: 'nod_x', key: 'secret', orderKey: 'PEM' };

describe('an invitation', () => {
  it.each([
    ['https://portal.example/#abc', 'https://portal.example/', 'abc'],
    ['https://portal.example/enkaku#abc', 'https://portal.example/enkaku/', 'abc'],
    ['http://127.0.0.1:3000#abc', 'http://127.0.0.1:3000/', 'abc'],
    ['http://[::1]:3000/#abc', 'http://[::1]:3000/', 'abc'],
    ['http://localhost:3000/', 'http://localhost:3000/', null],
  ])('%s → read', (text, url, token) => {
    expect(parseInvitation(text)).toEqual({ url, token });
  });

  it.each([
    ['http://portal.example/#abc', 'unencrypted'],
    ['http://192.168.0.2/#abc', 'unencrypted'],
    ['http://127.0.0.1.example/#abc', 'unencrypted'],
    ['ftp://127.0.0.1/#abc', 'unencrypted'],
    ['portal.example#abc', 'bad-address'],
    ['', 'bad-address'],
  ])('%s → refused', (text, code) => {
    expect(() => parseInvitation(text)).toThrow(expect.objectContaining({ name: 'JoinError', code }));
  });
});

describe('joining', () => {
  it('the first time → the key is kept for nobody else to read, the token is used once', async () => {
    await using server = await fleetServer(() => [200, joined]);
    const invitation = parseInvitation(`${server.url}#token`);
    const identity = { url: server.url, ...joined };
    expect(await joinFleet(invitation, options(), signal)).toEqual(identity);
    expect(await joinFleet(invitation, options(), signal)).toEqual(identity);
    expect(await joinFleet(null, options(), signal)).toEqual(identity);
    expect(server.requests.map(({ path: asked, body }) => [asked, body])).toEqual([
      ['/fleet/v1/join', { protocol: 2, token: 'token', name: 'test', version: '0.1.0' }],
    ]);
    const file = path.join(stateFolder, 'node.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(identity);
  });

  it('another scheduler → joined anew', async () => {
    await using one = await fleetServer(() => [200, joined]);
    await using two = await fleetServer(() => [200, { ...joined, nodeId: 'nod_y' }]);
    await joinFleet(parseInvitation(`${one.url}#t`), options(), signal);
    expect(await joinFleet(parseInvitation(`${two.url}#t`), options(), signal)).toMatchObject({
      nodeId: 'nod_y',
    });
  });

  it('with a token that is not valid → refused, nothing kept', async () => {
    await using server = await fleetServer(() => [401, { code: 'bad-token', message: 'x' }]);
    const attempt = joinFleet(parseInvitation(`${server.url}#t`), options(), signal);
    await expect(attempt).rejects.toMatchObject({ name: 'NodeRefusedError' });
    await expect(joinFleet(null, options(), signal)).rejects.toMatchObject({ code: 'not-joined' });
  });

  it('without token and without state → told what to do', async () => {
    await expect(joinFleet(null, options(), signal)).rejects.toBeInstanceOf(JoinError);
  });

  it('with a broken state file → told so, not overwritten', async () => {
    await using server = await fleetServer(() => [200, joined]);
    await joinFleet(parseInvitation(`${server.url}#t`), options(), signal);
    writeFileSync(path.join(stateFolder, 'node.json'), '{"url":');
    await expect(joinFleet(null, options(), signal)).rejects.toMatchObject({ code: 'broken-state' });
  });
});

import dgram from 'node:dgram';
import { once } from 'node:events';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import DNS from 'dns2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTxt } from './check-txt.ts';
import { openNames } from './resolve.ts';

const token = 'abc123';
const right = `enkaku-verification=${token}`;
/** What our own name server answers. */
const zone: Record<string, { TXT?: string[]; A?: string[] }> = {
  '_enkaku-challenge.good.example.jp': { TXT: ['v=spf1 -all', right] },
  'good.example.jp': { A: ['127.77.31.1', '127.77.31.2'] },
  '_enkaku-challenge.wrong.example.jp': { TXT: ['enkaku-verification=other'] },
  'wrong.example.jp': { A: ['127.77.31.1'] },
  '_enkaku-challenge.longer.example.jp': { TXT: [`${right}4`] },
  '_enkaku-challenge.elsewhere.example.jp': { TXT: [right] },
  'elsewhere.example.jp': { A: ['8.8.8.8'] },
  '_enkaku-challenge.empty.example.jp': { TXT: [right] },
};

let socket: dgram.Socket;
let server: string;

beforeAll(async () => {
  socket = dgram.createSocket('udp4').bind(0, '127.77.31.53');
  await once(socket, 'listening');
  server = `127.77.31.53:${socket.address().port}`;
  socket.on('message', (message, peer) => {
    const request = DNS.Packet.parse(message);
    const [question] = request.questions;
    if (question === undefined || question.name.includes('silent')) return;
    const response = DNS.Packet.createResponseFromRequest(request);
    const records = zone[question.name] ?? {};
    for (const data of question.type === DNS.Packet.TYPE.TXT ? (records.TXT ?? []) : []) {
      response.answers.push(DNS.Packet.createResourceFromQuestion(question, { ttl: 1, data } as never));
    }
    for (const address of question.type === DNS.Packet.TYPE.A ? (records.A ?? []) : []) {
      response.answers.push(DNS.Packet.createResourceFromQuestion(question, { ttl: 1, address } as never));
    }
    socket.send(response.toBuffer(), peer.port, peer.address);
  });
});
afterAll(() => new Promise<void>((resolve) => socket.close(() => resolve())));

const check = (value: string, kind: 'name' | 'domain' = 'name') =>
  checkTxt({ kind, value }, token, 'lab', openNames(server));

test('the record with the token among others → proven, all addresses of the name pinned', async () => {
  expect(await check('good.example.jp')).toMatchObject({
    outcome: 'proven',
    addresses: ['127.77.31.1', '127.77.31.2'],
  });
});

test('a domain → proven without an address', async () => {
  expect(await check('good.example.jp', 'domain')).toMatchObject({ outcome: 'proven', addresses: [] });
});

test.each([
  ['another token', 'wrong.example.jp', '値が違います'],
  ['a token that only begins alike', 'longer.example.jp', '値が違います'],
  ['no record', 'none.example.jp', 'まだ見えません'],
  ['a name that leads out of the lab', 'elsewhere.example.jp', '検証環境'],
  ['a name without an address', 'empty.example.jp', 'レコード）がありません'],
])('%s → not proven, with the reason', async (_, name, words) => {
  const outcome = await check(name);

  expect(outcome.outcome === 'failed' ? outcome.reason.ja : 'proven').toContain(words);
});

test('a name server that is silent → unknown, not "no record"', async () => {
  const outcome = await check('silent.example.jp');

  expect(outcome.outcome === 'failed' ? outcome.reason.ja : 'proven').toContain('応答がありませんでした');
}, 30_000);

test('no name server at all → unknown', async () => {
  const name = parseHostName('good.example.jp');
  const closed = openNames('127.77.31.54:9');

  expect(name && (await closed.addresses(name))).toBeUndefined();
}, 30_000);

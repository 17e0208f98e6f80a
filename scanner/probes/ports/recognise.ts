import type { Socket } from 'node:net';
import type { Endpoint } from '@enkaku/shared/evidence/evidence.ts';
import type { Address } from '@enkaku/shared/model/address.ts';
import { type Guard, GuardError, ProbeError, type TlsOptions } from '../../guard/guard.ts';
import { neverIdentified } from '../../guard/nmap/arguments.ts';
import { type Reading, readBytes } from '../read-bytes.ts';
import { buildRequest, userAgent } from '../wire/http/request.ts';
import { LenientTls } from '../wire/lenient-tls.ts';
import { firstWordsFor } from './first-words.ts';
import { recogniseGreeting } from './greetings.ts';
import type { Service } from './service.ts';
import { recogniseWebServer, wantsTls } from './web-server.ts';

const connectMs = 5000;
const answerMs = 5000;
/** A server that greets does so at once, unless it looks up who called: that one may be left to nmap. */
const greetingMs = 2500;
const maxBytes = 16 * 1024;

const webPorts = new Set([80, 631, 3128, 8000, 8008, 8080, 8081, 8888]);
const webTlsPorts = new Set([443, 4443, 8443, 10_443]);
const otherTlsPorts = new Set([465, 990, 993, 995]);

/** The services that say or show at once what they are. @throws GuardError never: what time allows is what counts */
export async function recognise(
  guard: Guard,
  address: Address,
  open: readonly number[],
): Promise<ReadonlyMap<number, Service>> {
  const asked = open.filter((port) => !neverIdentified.has(port));
  const services = await Promise.all(
    asked.map(async (port) => [port, await ask(guard, address, port)] as const),
  );
  return new Map(services.flatMap(([port, service]) => (service === undefined ? [] : [[port, service]])));
}

async function ask(guard: Guard, address: Address, port: number): Promise<Service | undefined> {
  try {
    if (webTlsPorts.has(port)) return overTls(await askWebOverTls(guard, address, port));
    if (otherTlsPorts.has(port)) return overTls(await converseOverTls(guard, address, port));
    if (webPorts.has(port)) return await askWeb(guard, address, port);
    const { service, wasSilent } = await converse(await connect(guard, address, port), port);
    return wasSilent ? await askWeb(guard, address, port) : service;
  } catch (error) {
    if (error instanceof ProbeError || error instanceof GuardError) return undefined;
    throw error;
  }
}

function connect(guard: Guard, address: Address, port: number): Promise<Socket> {
  return guard.connectTcp({ address, port }, { timeoutMs: connectMs });
}

/** A GET for `/`; where the server asks for TLS in answer, or hangs up, once more through it. */
async function askWeb(guard: Guard, address: Address, port: number): Promise<Service | undefined> {
  await guard.turnForRequest();
  const { bytes, end } = await get(guard, await connect(guard, address, port), port);
  const hungUp = bytes.length === 0 && end !== 'timeout';
  if (hungUp || wantsTls(bytes)) return overTls(await askWebOverTls(guard, address, port));
  return recogniseWebServer(bytes);
}

async function askWebOverTls(guard: Guard, address: Address, port: number): Promise<Service | undefined> {
  await guard.turnForRequest();
  const socket = await connectTls(guard, address, port, { alpn: ['http/1.1'] });
  return recogniseWebServer((await get(guard, socket, port)).bytes);
}

async function converseOverTls(guard: Guard, address: Address, port: number): Promise<Service | undefined> {
  return (await converse(await connectTls(guard, address, port), port)).service;
}

function connectTls(guard: Guard, address: Address, port: number, options: TlsOptions = {}): Promise<Socket> {
  const { target } = guard.order;
  const name = target.kind === 'host' ? (target.names[0] ?? null) : null;
  const endpoint: Endpoint = { host: address, name, port, transport: 'tcp' };
  return new LenientTls(guard, endpoint, 'direct').connect({ timeoutMs: answerMs, ...options });
}

function overTls(service: Service | undefined): Service | undefined {
  return service === undefined ? undefined : { ...service, tunnel: 'ssl' };
}

async function get(guard: Guard, socket: Socket, port: number): Promise<Reading> {
  const { target } = guard.order;
  const host = target.kind === 'host' ? (target.names[0] ?? target.address) : target.domain;
  const url = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  socket.write(buildRequest({ url }, userAgent(guard.order)));
  const until = (soFar: Buffer) => soFar.includes('\r\n\r\n') || wantsTls(soFar);
  return await readBytes(socket, { maxBytes, deadlineMs: answerMs, until });
}

/** Its greeting, or its answer to what one says first on that port. */
async function converse(
  socket: Socket,
  port: number,
): Promise<{ readonly service: Service | undefined; readonly wasSilent: boolean }> {
  const words = firstWordsFor(port);
  if (words !== undefined) socket.write(words.say);
  const recognised = (bytes: Buffer) => words?.recognise(bytes) ?? recogniseGreeting(bytes, port);
  const { bytes, end } = await readBytes(socket, {
    maxBytes,
    deadlineMs: words === undefined ? greetingMs : answerMs,
    until: (soFar) => recognised(soFar) !== undefined,
  });
  return {
    service: recognised(bytes),
    wasSilent: bytes.length === 0 && end === 'timeout' && words === undefined,
  };
}

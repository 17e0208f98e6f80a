import { limits } from '@enkaku/shared/evidence/limits.ts';
import { parseAddress } from '@enkaku/shared/model/address.ts';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { bounded } from '../wire/bounded.ts';
import type { PortSeen } from './port-seen.ts';
import { decodeXmlText } from './xml-text.ts';

export interface NmapHost {
  readonly address: string;
  readonly timedOut: boolean;
  readonly up: boolean;
  /** Some port answered, be it with a refusal, although nmap may not list it. */
  readonly answered: boolean;
  readonly ports: readonly PortSeen[];
  readonly collapsed: readonly Collapsed[];
}

/** Ports that nmap counted instead of listing, because many had the same state. */
export interface Collapsed {
  readonly state: PortSeen['state'];
  readonly count: number;
  readonly reason: string;
  readonly ports: string | null;
}

export interface NmapReport {
  /** `nmap 7.93` */
  readonly tool: string;
  /** nmap reached its own end and calls it a success. */
  readonly success: boolean;
  readonly hosts: readonly NmapHost[];
  /** Blocks of hosts that could not be read. */
  readonly unreadable: number;
}

const longestHost = 32 * 1024 * 1024;
const mostHosts = 16;

/**
 * What nmap wrote with -oX, whole or cut off: every closed `<host>` counts. nmap escapes `<` in everything a target
 * said, so that the borders of a block cannot be forged. Never throws.
 */
export function parseNmapXml(xml: string): NmapReport {
  const blocks = hostBlocks(xml);
  const hosts = blocks.map(parseHost);
  return {
    tool: bounded(
      `nmap ${/<nmaprun [^>]*?\bversion="([^"]{1,40})"/.exec(xml)?.[1] ?? ''}`.trim(),
      limits.line,
    ),
    success: /<finished [^>]*\bexit="success"/.test(xml.slice(-4096)),
    hosts: hosts.filter((host) => host !== undefined),
    unreadable: hosts.filter((host) => host === undefined).length,
  };
}

function hostBlocks(xml: string): readonly string[] {
  const blocks: string[] = [];
  const opening = /<host[ >]/g;
  for (
    let begin = opening.exec(xml);
    begin !== null && blocks.length < mostHosts;
    begin = opening.exec(xml)
  ) {
    const end = xml.indexOf('</host>', begin.index);
    if (end === -1) break;
    if (end - begin.index <= longestHost) blocks.push(xml.slice(begin.index, end + '</host>'.length));
    opening.lastIndex = end;
  }
  return blocks;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  ignoreDeclaration: true,
  isArray: (name) =>
    ['host', 'address', 'port', 'script', 'cpe', 'extraports', 'extrareasons'].includes(name),
});

const text = z.string().catch('').transform(decodeXmlText);
const maybeText = text.optional();
const count = z.coerce.number().int().min(0).max(65_535).catch(0);
const state = z.enum(['open', 'open|filtered', 'filtered', 'closed', 'unfiltered', 'closed|filtered']);
const script = z.object({ id: text, output: text.default('') });
const portElement = z.object({
  protocol: z.enum(['tcp', 'udp']),
  portid: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(65_535)),
  state: z.object({
    state,
    reason: text.default(''),
  }),
  service: z
    .object({
      name: text.default(''),
      method: z.enum(['table', 'probed']).catch('table'),
      conf: z.coerce.number().int().min(0).max(10).catch(0),
      product: maybeText,
      version: maybeText,
      extrainfo: maybeText,
      tunnel: z.literal('ssl').optional().catch(undefined),
      servicefp: maybeText,
      cpe: z.array(text).default([]).catch([]),
    })
    .optional()
    .catch(undefined),
  script: z.array(script).default([]).catch([]),
});

/** nmap 7.93 says which ports, older ones only how many. */
const extraports = z.object({
  state,
  count,
  extrareasons: z
    .array(
      z.object({
        reason: text.default(''),
        count,
        ports: z.string().max(limits.hex).optional().catch(undefined),
      }),
    )
    .default([])
    .catch([]),
});

const hostElement = z.object({
  timedout: z.string().optional(),
  status: z.object({ state: z.string() }).optional().catch(undefined),
  address: z.array(z.object({ addr: text, addrtype: z.string() })),
  ports: z
    .object({
      port: z.array(z.unknown()).default([]),
      extraports: z.array(extraports).default([]).catch([]),
    })
    .catch({ port: [], extraports: [] }),
});

function parseHost(block: string): NmapHost | undefined {
  const host = hostElement.safeParse(readElement(block));
  const literal = host.data?.address.find(({ addrtype }) => addrtype === 'ipv4' || addrtype === 'ipv6')?.addr;
  const address = parseAddress(literal ?? '');
  if (host.data === undefined || address === undefined) return undefined;
  const ports = host.data.ports.port.flatMap(readPort);
  const states = [...ports, ...host.data.ports.extraports].map(({ state }) => state);
  return {
    address,
    timedOut: host.data.timedout === 'true',
    up: host.data.status?.state !== 'down',
    answered: states.some((state) => state === 'open' || state === 'closed' || state === 'unfiltered'),
    ports,
    collapsed: host.data.ports.extraports.flatMap(toCollapsed),
  };
}

function toCollapsed({
  state: of,
  count: all,
  extrareasons,
}: z.infer<typeof extraports>): readonly Collapsed[] {
  if (extrareasons.length === 0) return [{ state: of, count: all, reason: '', ports: null }];
  return extrareasons.slice(0, 16).map(({ reason, count: some, ports }) => ({
    state: of,
    count: some,
    reason: bounded(reason, limits.line),
    ports: ports ?? null,
  }));
}

function readElement(block: string): unknown {
  try {
    const document: unknown = parser.parse(block);
    const hosts = z.object({ host: z.array(z.unknown()) }).safeParse(document);
    return hosts.data?.host[0];
  } catch {
    return undefined;
  }
}

function readPort(element: unknown): readonly PortSeen[] {
  const port = portElement.safeParse(element);
  if (!port.success) return [];
  const { portid, protocol, state, service, script: scripts } = port.data;
  return [
    {
      port: portid,
      transport: protocol,
      state: state.state,
      reason: bounded(state.reason, limits.line),
      service: service === undefined || service.name === '' ? null : toService(service),
      scripts: scripts.slice(0, 64).map(({ id, output }) => ({
        id: bounded(id, limits.line),
        output: bounded(output, limits.excerpt),
      })),
    },
  ];
}

/** nmap knows no product in it, but the fingerprint it prints holds an HTTP status line (RFC 9112 §4). */
const httpAnswer = /%r\((?:GetRequest|HTTPOptions),[0-9A-F]{1,6},"HTTP\/1\\\.[01]\\x20\d{3}/;
const unmatchedConfidence = 8;

function toService(service: NonNullable<z.infer<typeof portElement>['service']>): PortSeen['service'] {
  const orNull = (value: string | undefined) =>
    value === undefined || value === '' ? null : bounded(value, limits.line);
  const web = service.method === 'table' && httpAnswer.test(service.servicefp ?? '');
  return {
    name: web ? 'http' : bounded(service.name, limits.line),
    method: web ? 'probed' : service.method,
    confidence: web ? unmatchedConfidence : service.conf,
    product: orNull(service.product),
    version: orNull(service.version),
    extraInfo: orNull(service.extrainfo),
    tunnel: service.tunnel ?? null,
    cpe: service.cpe.slice(0, 16).map((cpe) => bounded(cpe, limits.line)),
  };
}

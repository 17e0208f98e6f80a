import { yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

type Ports = EvidenceData['ports'];
export type Port = Ports['ports'][number];
type Service = NonNullable<Port['service']>;

/** An open TCP port whose service nmap recognised by its answer; change what differs. */
export function openPort(
  port: number,
  service: Partial<Service> | null,
  overrides: Partial<Port> = {},
): Port {
  return {
    port,
    transport: 'tcp',
    state: 'open',
    reason: 'syn-ack',
    service: service === null ? null : { ...recognised, ...service },
    scripts: [],
    ...overrides,
  };
}

const recognised: Service = {
  name: 'http',
  method: 'probed',
  confidence: 10,
  product: null,
  version: null,
  extraInfo: null,
  tunnel: null,
  cpe: [],
};

/** A complete scan of a host that has one web server. */
export function buildPorts(overrides: Partial<Ports> = {}): EvidenceOf<'ports'> {
  return envelope(
    'ports',
    {},
    {
      tool: 'nmap 7.93',
      requested: 'T:1-65535,U:53,161',
      host: 'up',
      ports: [openPort(80, { name: 'http', product: 'nginx' })],
      collapsed: yes([]),
      warnings: [],
      complete: true,
      ...overrides,
    },
  );
}

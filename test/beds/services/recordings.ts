const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const text = (latin1: string) => Buffer.from(latin1, 'latin1');

/** What a service answers to whatever is said to it; null: it is not there. */
export interface Recording {
  readonly port: number;
  readonly weak: Buffer;
  readonly hardened: Buffer | null;
  readonly speaksFirst?: true;
}

export const services: readonly Recording[] = [
  // Talos, "Cisco Coverage for Smart Install Client Protocol Abuse": the client's answer.
  { port: 4786, weak: hex('00000004 00000000 00000003 00000005 00000001 00000000'), hardened: null },
  // nmap-service-probes, match winbox after GetRequest.
  { port: 8291, weak: hex('01000000 020000'), hardened: null },
  // MikroTik's documentation of the API: a fatal error as length-prefixed words.
  { port: 8728, weak: text('\x06!fatal\x0dnot logged in\0'), hardened: null },
  // Apache ZooKeeper's administrator's guide, srvr.
  {
    port: 2181,
    weak: text('Zookeeper version: 3.8.0-1, built on 2023-01-01\nMode: standalone\n'),
    hardened: null,
  },
  // CQL native protocol specification v3: READY, and AUTHENTICATE.
  { port: 9042, weak: hex('83 00 0000 02 00000000'), hardened: hex('83 00 0000 03 00000002 0000') },
  // MongoDB wire protocol: OP_MSG with { ok: 1 }, and with { ok: 0, code: 13 }.
  {
    port: 27_017,
    weak: hex('26000000 01000000 01000000 dd070000 00000000 00 11000000 01 6f6b00 000000000000f03f 00'),
    hardened: null,
  },
  // JDWP and AJP: their specifications' handshakes. RMI: nmap-service-probes, JavaRMI.
  { port: 5005, weak: text('JDWP-Handshake'), hardened: null },
  { port: 8009, weak: hex('4142 0001 09'), hardened: null },
  { port: 1099, weak: Buffer.concat([hex('4e 0009'), text('127.0.0.1'), hex('0000 c350')]), hardened: null },
  // nmap-service-probes, match ndmp (NetApp Data ONTAP).
  {
    port: 10_000,
    weak: hex('80000024 00000001 5f5e1000 00000000 00000502 00000000 00000000 00000000 00000004 00000000'),
    hardened: null,
    speaksFirst: true,
  },
  // RFC 1928 §3: no authentication, and no acceptable method.
  { port: 1080, weak: hex('0500'), hardened: hex('05ff') },
  // RFC 2326 §10.2.
  {
    port: 554,
    weak: text('RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Type: application/sdp\r\n\r\n'),
    hardened: text('RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest realm="camera"\r\n\r\n'),
  },
];

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WebRecording {
  readonly port: number;
  readonly tls: boolean;
  readonly weak: Readonly<Record<string, Page>>;
  readonly hardened: Readonly<Record<string, Page>>;
}

const json = (body: string): Page => ({ headers: { 'Content-Type': 'application/json' }, body });
const unauthorized: Page = { status: 401, body: 'Unauthorized' };

export const webPorts: readonly WebRecording[] = [
  // Docker Engine API reference, GET /version. Hardened: not on TCP; here a plain page stands in its place.
  {
    port: 2375,
    tls: false,
    weak: { '/version': json('{"ApiVersion":"1.43","Version":"24.0.7"}') },
    hardened: {},
  },
  // Kubernetes API reference: a list, and the Status of a refusal.
  {
    port: 6443,
    tls: true,
    weak: { '/api/v1/namespaces?limit=1': json('{"kind":"NamespaceList","apiVersion":"v1","items":[]}') },
    hardened: {
      '/api/v1/namespaces?limit=1': { status: 403, body: '{"kind":"Status","reason":"Forbidden"}' },
    },
  },
  {
    port: 10_250,
    tls: true,
    weak: { '/configz': json('{"kubeletconfig":{}}') },
    hardened: { '/configz': unauthorized },
  },
  // Elasticsearch, CouchDB, InfluxDB, etcd and Consul: their HTTP API references.
  {
    port: 9200,
    tls: false,
    weak: { '/': json('{"name":"n1","tagline":"You Know, for Search"}') },
    hardened: { '/': { status: 401, body: '{"error":{"type":"security_exception"}}' } },
  },
  {
    port: 5984,
    tls: false,
    weak: { '/_all_dbs': json('["_users"]') },
    hardened: { '/_all_dbs': { status: 401, body: '{"error":"unauthorized"}' } },
  },
  {
    port: 8086,
    tls: false,
    weak: { '/query?q=SHOW%20DATABASES': json('{"results":[{"series":[{"name":"databases"}]}]}') },
    hardened: {
      '/query?q=SHOW%20DATABASES': {
        status: 401,
        body: '{"error":"unable to parse authentication credentials"}',
      },
    },
  },
  {
    port: 2379,
    tls: false,
    weak: { '/v2/auth/enable': json('{"enabled":false}') },
    hardened: { '/v2/auth/enable': json('{"enabled":true}') },
  },
  {
    port: 8500,
    tls: false,
    weak: { '/v1/agent/self': json('{"Config":{"Datacenter":"dc1"}}') },
    hardened: { '/v1/agent/self': { status: 403, body: 'Permission denied' } },
  },
  // nmap-service-probes, RomPager; the hardened router answers its carrier alone.
  {
    port: 7547,
    tls: false,
    weak: { '/': { status: 404, headers: { Server: 'RomPager/4.07 UPnP/1.0' } } },
    hardened: {},
  },
  // Management and SSL-VPN of a FortiGate as recog's http_cookies and nmap's http fingerprints have them.
  {
    port: 443,
    tls: true,
    weak: {
      '/remote/login': {
        headers: { Server: 'xxxxxxxx-xxxxx', 'Set-Cookie': 'SVPNCOOKIE=; path=/; secure' },
        body: '<script src="/remote/fgt_lang?lang=en"></script>',
      },
      '/remote/fgt_lang?lang=en': {
        headers: { 'Last-Modified': 'Mon, 02 Jan 2023 10:00:00 GMT' },
        body: '{}',
      },
      '/login': {
        headers: { 'Set-Cookie': 'APSCOOKIE_1=0' },
        body: '<title>FortiGate</title><f-icon class="ftnt-fortinet-grid">',
      },
    },
    hardened: { '/': { body: '<title>町のホームページ</title>' } },
  },
];

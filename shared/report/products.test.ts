import { expect, test } from 'vitest';
import type { Endpoint, Evidence, EvidenceOf } from '../evidence/evidence.ts';
import { buildHttps, exchange, htmlPage } from '../evidence/http-response/build.fixture.ts';
import type { EvidenceData } from '../evidence/kinds.ts';
import { answeredAt, buildWebGear } from '../evidence/web-gear/build.fixture.ts';
import { recogFeed } from '../knowledge/recog/recog-feed.ts';
import { yes } from '../model/observed.ts';
import { productFinder } from './products.ts';

type Service = EvidenceData['ports']['ports'][number]['service'];

function ports(services: Readonly<Record<number, Partial<NonNullable<Service>>>>): EvidenceOf<'ports'> {
  return {
    id: 'evd_00000000000000000000',
    kind: 'ports',
    schema: 1,
    jobId: 'job_00000000000000000000',
    endpoint: { host: '192.0.2.1', name: null, port: null, transport: 'tcp' },
    gatheredAt: '2026-11-21T00:00:00Z',
    data: {
      tool: 'nmap',
      requested: '',
      host: 'up',
      complete: true,
      collapsed: yes([]),
      warnings: [],
      ports: Object.entries(services).map(([port, service]) => ({
        port: Number(port),
        transport: 'tcp',
        state: 'open',
        reason: 'syn-ack',
        scripts: [],
        service: {
          name: 'x',
          method: 'probed',
          confidence: 10,
          product: null,
          version: null,
          extraInfo: null,
          tunnel: null,
          cpe: [],
          ...service,
        },
      })),
    },
  };
}

const productsAt = (endpoint: Endpoint, evidence: readonly Evidence[]) =>
  productFinder(evidence, null)(endpoint);
const at = (port: number) => ({ host: '192.0.2.1', name: null, port, transport: 'tcp' as const });

test.each([
  ['nginx', 'nginx'],
  ['Apache httpd', 'apache'],
  ['Apache Tomcat/Coyote JSP engine', 'tomcat'],
  ['Microsoft IIS httpd', 'iis'],
  ['ISC BIND', 'bind'],
  ['Postfix smtpd', 'postfix'],
  ['OpenSSH', 'openssh'],
])('nmap probed %s → %s', (product, expected) => {
  expect(productsAt(at(80), [ports({ 80: { product } })])).toEqual([expected]);
});

test.each([
  ['Server', 'nginx/1.22.1', ['nginx']],
  ['Server', 'Microsoft-Azure-Application-Gateway/v2', ['azure-appgw']],
  ['Server', 'awselb/2.0', ['aws-alb']],
  ['Via', '1.1 0f1e.cloudfront.net (CloudFront)', ['aws-cloudfront']],
  ['Set-Cookie', 'AWSALB=x; Path=/', ['aws-alb']],
  ['Set-Cookie', 'BIGipServerpool_web=1.2.0000; path=/', ['f5-bigip']],
  ['Set-Cookie', 'theme=nginx', []],
  ['X-Note', 'nginx', []],
])('the header %s: %s → %j', (name, value, products) => {
  const evidence = buildHttps([exchange('root', htmlPage('', [[name, value]]))]);
  expect(productsAt(evidence.endpoint, [evidence])).toEqual(products);
});

test('a product of another port → only where the own port showed none', () => {
  const evidence = [ports({ 80: { product: 'nginx' }, 25: { product: 'Postfix smtpd' }, 443: {} })];

  expect(productsAt(at(80), evidence)).toEqual(['nginx']);
  expect(productsAt(at(443), evidence)).toEqual(['postfix', 'nginx']);
});

test('a name from the port table alone, another host, an unknown word → no product', () => {
  expect(productsAt(at(80), [ports({ 80: { product: 'nginx', method: 'table' } })])).toEqual([]);
  expect(productsAt({ ...at(80), host: '192.0.2.2' }, [ports({ 80: { product: 'nginx' } })])).toEqual([]);
  expect(productsAt(at(80), [ports({ 80: { product: 'engine-x' } })])).toEqual([]);
});

test('what recog knows of a header → the product, where nmap named none', () => {
  const text = `<fingerprints matches="http_header.server"><fingerprint pattern="^PanWeb Server/">
<param pos="0" name="os.cpe23" value="cpe:/o:paloaltonetworks:pan-os:-"/></fingerprint></fingerprints>`;
  const recog = recogFeed.parse([{ name: 'http_servers.xml', text }]).value;
  const web = buildWebGear([answeredAt('/', { headers: [['Server', 'PanWeb Server/ - ']] })]);

  expect(productFinder([web], recog)(at(443))).toEqual(['paloalto']);
  expect(productFinder([web], null)(at(443))).toEqual([]);
});

test('a management page by two signs → its product; by one → none', () => {
  const headers: [string, string][] = [['Set-Cookie', 'APSCOOKIE_1=0']];
  const page = (body: string) => buildWebGear([answeredAt('/login', { headers, body })]);

  expect(productsAt(at(443), [page('<title>FortiGate</title>')])).toEqual(['fortinet']);
  expect(productsAt(at(443), [page('<title>Login</title>')])).toEqual([]);
});

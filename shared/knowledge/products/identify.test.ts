import { describe, expect, test } from 'vitest';
import { buildPorts, openPort } from '../../evidence/ports/build.fixture.ts';
import { buildServiceReply, replied } from '../../evidence/service-reply/build.fixture.ts';
import { buildSshKexinit } from '../../evidence/ssh-kexinit/build.fixture.ts';
import { answeredAt, buildWebGear } from '../../evidence/web-gear/build.fixture.ts';
import { yes } from '../../model/observed.ts';
import { httpServers, sshBanners } from '../recog/recog.fixture.ts';
import { recogFeed } from '../recog/recog-feed.ts';
import { identifyProducts } from './identify.ts';
import { spokenIn } from './spoken.ts';

const recog = recogFeed.parse([
  { name: 'ssh_banners.xml', text: sshBanners },
  { name: 'http_servers.xml', text: httpServers },
  { name: 'html_title.xml', text: httpServers.replace('http_header.server', 'html_title') },
]).value;

const kexinit = buildSshKexinit();
const banner = yes('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3');
const ssh = { ...kexinit, data: { ...kexinit.data, banner } };
const page = (...headers: [string, string][]) =>
  buildWebGear([answeredAt('/', { headers, body: '<title>nginx</title>' })]);
const nmap = (cpe: string, method: 'probed' | 'table' = 'probed') =>
  buildPorts({ ports: [openPort(22, { name: 'ssh', cpe: [cpe], method })] });

describe('a product', () => {
  test('by its header and by its page → verified, once', () => {
    const evidence = [
      buildPorts({ ports: [openPort(443, { cpe: ['cpe:/a:igor_sysoev:nginx:1.22.1'] })] }),
      page(),
    ];
    expect(identifyProducts(evidence, recog)).toEqual([
      {
        port: 443,
        vendor: 'nginx',
        product: 'nginx',
        version: '1.22.1',
        cpe: 'cpe:/a:igor_sysoev:nginx:1.22.1',
        sources: ['ports', 'html_title'],
        confidence: 'verified',
      },
    ]);
  });

  test.each([
    ['by its banner alone', [ssh], '9.2p1'],
    ['by nmap alone', [nmap('cpe:/a:openbsd:openssh:9.2p1')], '9.2p1'],
    [
      'by nmap and its banner, which are the same bytes',
      [nmap('cpe:/a:openbsd:openssh:9.2p1'), ssh],
      '9.2p1',
    ],
    ['by two that disagree about the version', [nmap('cpe:/a:openbsd:openssh:8.0'), ssh], null],
    ['by one that knows the version', [nmap('cpe:/a:openbsd:openssh'), ssh], '9.2p1'],
  ])('%s → inferred', (_, evidence, version) => {
    const found = identifyProducts(evidence, recog).find(({ product }) => product === 'openssh');
    expect(found).toMatchObject({ confidence: 'inferred', version });
  });

  test('on two ports → two', () => {
    const other = { ...page(['Server', 'nginx/1.22.1']), endpoint: { ...page().endpoint, port: 8443 } };
    const ports = identifyProducts([page(['Server', 'nginx/1.22.1']), other], recog).map(({ port }) => port);
    expect(ports).toEqual([443, 8443]);
  });

  test.each([
    ['the feed was never imported', [ssh], null],
    ['only the port’s number speaks for it', [nmap('cpe:/a:openbsd:openssh:9.2p1', 'table')], recog],
    ['something that is no CPE', [nmap('openssh')], recog],
  ])('%s → none', (_, evidence, feed) => {
    expect(identifyProducts(evidence, feed)).toEqual([]);
  });
});

test.each([
  [ssh, ['ssh.banner OpenSSH_9.2p1 Debian-2+deb12u3']],
  [buildServiceReply([replied('mysql', 'connection', { version: '8.0.36' })]), ['mysql.banners 8.0.36']],
  [buildServiceReply([replied('redis', 'ping', { access: 'open' })]), []],
  [
    buildWebGear([
      answeredAt('/', {
        headers: [
          ['server', 'nginx'],
          ['X-A', 'b'],
        ],
        body: '<title> Login </title>',
      }),
    ]),
    ['http_header.server nginx', 'html_title Login'],
  ],
  [buildPorts(), []],
])('%# → what it said', (evidence, expected) => {
  expect(spokenIn(evidence).map(({ source, text }) => `${source} ${text}`)).toEqual(expected);
});

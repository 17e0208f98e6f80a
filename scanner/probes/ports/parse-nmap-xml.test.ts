import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished, hostXml, nmapXml, portXml } from './nmap-xml.fixture.ts';
import { parseNmapXml } from './parse-nmap-xml.ts';

const portsIn = (xml: string) => parseNmapXml(xml).hosts.flatMap((host) => host.ports);

describe('a report of nmap', () => {
  it('with product, version, tunnel and CPE → all of them', () => {
    const service = `<service name="http" product="nginx" version="1.22.1" extrainfo="reverse &amp; proxy" tunnel="ssl" method="probed" conf="10"><cpe>cpe:/a:igor_sysoev:nginx:1.22.1</cpe><cpe>cpe:/o:linux:linux_kernel</cpe></service>`;
    const report = parseNmapXml(nmapXml(hostXml(portXml(443, service))));
    expect(report).toMatchObject({ tool: 'nmap 7.93', success: true, unreadable: 0 });
    expect(report.hosts[0]?.ports[0]).toEqual({
      port: 443,
      transport: 'tcp',
      state: 'open',
      reason: 'syn-ack',
      service: {
        name: 'http',
        method: 'probed',
        confidence: 10,
        product: 'nginx',
        version: '1.22.1',
        extraInfo: 'reverse & proxy',
        tunnel: 'ssl',
        cpe: ['cpe:/a:igor_sysoev:nginx:1.22.1', 'cpe:/o:linux:linux_kernel'],
      },
      scripts: [],
    });
  });

  it('with an open port without <service> → the port stays', () => {
    expect(
      portsIn(
        nmapXml(hostXml(portXml(4444) + portXml(80, '<service name="http" method="table" conf="3"/>'))),
      ),
    ).toMatchObject([
      { port: 4444, service: null },
      { port: 80, service: { name: 'http', method: 'table', confidence: 3, product: null } },
    ]);
  });

  it.each([
    [
      'an HTTP answer of an unknown product',
      '%r(GetRequest,55,&quot;HTTP/1\\.1\\x20200\\x20OK',
      'http',
      'probed',
    ],
    ['an answer of something else', '%r(GetRequest,5,&quot;-ERR\\x20HTTP/1\\.1\\x20200', 'unknown', 'table'],
    ['an HTTP answer to another question', '%r(Kerberos,2F,&quot;HTTP/1\\.1\\x20400', 'unknown', 'table'],
  ])('with the fingerprint of %s → its service', (_, fingerprint, name, method) => {
    const service = `<service name="unknown" servicefp="SF-Port28443-TCP:V=7.93${fingerprint}" tunnel="ssl" method="table" conf="3"/>`;
    expect(portsIn(nmapXml(hostXml(portXml(28443, service))))[0]?.service).toMatchObject({
      name,
      method,
      tunnel: 'ssl',
    });
  });

  it('whose texts say "percent" or hold markup → read as text', () => {
    const service =
      '<service name="x" product="10 percent &lt;b&gt; &quot;off&quot; &#12354;&#x3042;" method="probed" conf="10"/>';
    expect(portsIn(nmapXml(hostXml(portXml(80, service))))[0]?.service?.product).toBe(
      '10 percent <b> "off" ああ',
    );
  });

  it('with taskprogress, hosthint and comments in between → the host alone counts', () => {
    const noise = `<taskbegin task="x" time="1"/><taskprogress task="x" time="1" percent="50.0" remaining="1" etc="2"/>
<hosthint><status state="up"/><address addr="127.77.1.9" addrtype="ipv4"/></hosthint><!-- <host> -->`;
    const report = parseNmapXml(nmapXml(noise.replace('<!-- <host> -->', '') + hostXml(portXml(80))));
    expect(report.hosts.map((host) => host.address)).toEqual(['127.77.1.1']);
  });

  it('with closed ports only in extraports → answered, no ports listed', () => {
    const extra =
      '<extraports state="closed" count="998"><extrareasons reason="reset" count="998" proto="tcp"/></extraports>';
    expect(parseNmapXml(nmapXml(hostXml(extra))).hosts[0]).toMatchObject({ answered: true, ports: [] });
  });

  it('with ports counted only → how many, in which state, why, and which', () => {
    const extra = `<extraports state="closed" count="998"><extrareasons reason="reset" count="990" proto="tcp" ports="1-79,81-991"/><extrareasons reason="proto-unreach" count="8"/></extraports><extraports state="filtered" count="2"/>`;
    expect(parseNmapXml(nmapXml(hostXml(extra))).hosts[0]?.collapsed).toEqual([
      { state: 'closed', count: 990, reason: 'reset', ports: '1-79,81-991' },
      { state: 'closed', count: 8, reason: 'proto-unreach', ports: null },
      { state: 'filtered', count: 2, reason: '', ports: null },
    ]);
  });

  it('with nothing but filtered ports → not answered', () => {
    const extra =
      '<extraports state="filtered" count="998"><extrareasons reason="no-response" count="998"/></extraports>';
    expect(parseNmapXml(nmapXml(hostXml(extra + portXml(80, '', 'filtered')))).hosts[0]).toMatchObject({
      answered: false,
    });
  });

  it('of a host over its time limit → timed out, without ports', () => {
    const host = hostXml('', 'timedout="true"').replace('<ports></ports>', '');
    expect(parseNmapXml(nmapXml(host)).hosts[0]).toMatchObject({
      timedOut: true,
      answered: false,
      ports: [],
    });
  });

  it('of two hosts → both', () => {
    const hosts = hostXml(portXml(80)) + hostXml(portXml(443), '', '::1');
    expect(parseNmapXml(nmapXml(hosts)).hosts.map((host) => host.address)).toEqual(['127.77.1.1', '::1']);
  });

  it('cut off in the second host → the first is saved, no success', () => {
    const xml = nmapXml(hostXml(portXml(80)) + hostXml(portXml(443), '', '127.77.1.2').slice(0, 200), '');
    const report = parseNmapXml(xml);
    expect(report.success).toBe(false);
    expect(report.hosts.map((host) => host.address)).toEqual(['127.77.1.1']);
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'Failed to open normal output file'],
    ['no host', nmapXml('')],
    ['a host without address', nmapXml('<host><status state="up"/></host>')],
    ['a host that ends at once', nmapXml('<host></host>')],
    ['a name for an address', nmapXml(hostXml('', '', 'evil.example'))],
  ])('with %s → no host', (_, xml) => {
    expect(parseNmapXml(xml).hosts).toEqual([]);
  });

  it.each([
    ['exit="error"', nmapXml(hostXml(portXml(80)), finished.replace('success', 'error'))],
    [
      'a banner that imitates the end',
      nmapXml(hostXml(portXml(80, '<service name="&lt;finished exit=&quot;success&quot;"/>')), ''),
    ],
  ])('%s → no success', (_, xml) => {
    expect(parseNmapXml(xml).success).toBe(false);
  });

  it('with a script whose output has escaped bytes and line breaks → as nmap wrote it, decoded once', () => {
    const script =
      '<script id="ssh-hostkey" output="&#xa;  3072 \\xFF\\xFE &amp;lt; &#0;&#xD800;"><table><elem key="bits">3072</elem></table></script>';
    expect(portsIn(nmapXml(hostXml(portXml(22, script))))[0]?.scripts).toEqual([
      { id: 'ssh-hostkey', output: '\n  3072 \\xFF\\xFE &lt; \uFFFD\uFFFD' },
    ]);
  });

  it('with attributes of a megabyte → cut to their limits', () => {
    const long = 'A'.repeat(1024 * 1024);
    const inner = `<service name="${long}" product="${long}" servicefp="${long}" method="probed" conf="10"/><script id="x" output="${long}"/>`;
    const port = portsIn(nmapXml(hostXml(portXml(80, inner))))[0];
    expect([port?.service?.name.length, port?.scripts[0]?.output.length]).toEqual([2048, 16_384]);
  });

  it('with entities of its own → they mean nothing', () => {
    const xml = nmapXml(hostXml(portXml(80, '<service name="&lol;" method="probed" conf="10"/>'))).replace(
      '<!DOCTYPE nmaprun>',
      '<!DOCTYPE nmaprun [<!ENTITY lol SYSTEM "file:///etc/passwd">]>',
    );
    expect(portsIn(xml)[0]?.service?.name).toBe('&lol;');
  });

  it.each([
    ['a port number that is none', '<port protocol="tcp" portid="70000"><state state="open"/></port>'],
    ['an unknown state', '<port protocol="tcp" portid="80"><state state="ajar"/></port>'],
    ['an unknown protocol', '<port protocol="sctp" portid="80"><state state="open"/></port>'],
  ])('with %s → that port alone is left out', (_, port) => {
    expect(portsIn(nmapXml(hostXml(port + portXml(22))))).toMatchObject([{ port: 22 }]);
  });

  it('is never the parser’s death, whatever it holds', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<host>',
        '</host>',
        '<host ',
        '<ports>',
        '<port portid="1">',
        '<address addr="::1"/>',
        '&#x',
        '"',
        '<!--',
        ']]>',
        '<![CDATA[',
        '__proto__',
      ),
      fc.constant(portXml(80)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(parseNmapXml(nmapXml(hostXml(pieces.join('')))).tool).toBe('nmap 7.93');
        parseNmapXml(pieces.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('cut at any character → never throws, never claims success', () => {
    const xml = nmapXml(hostXml(portXml(80) + portXml(443)));
    const end = xml.indexOf('exit="success"');
    for (let length = 0; length < end; length += 7) {
      expect(parseNmapXml(xml.slice(0, length)).success).toBe(false);
    }
  });
});

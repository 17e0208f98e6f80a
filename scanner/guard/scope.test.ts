import { describe, expect, it } from 'vitest';
import { parseDenyList } from './deny-list.ts';
import { GuardError } from './guard.ts';
import { buildOrder, hostAt } from './order.fixture.ts';
import { createScope } from './scope.ts';

/** Pure: nothing here could be sent, whatever the scope answers. */
function codeOf(check: () => unknown): string {
  try {
    check();
  } catch (error) {
    if (error instanceof GuardError) return error.code;
  }
  return 'allowed';
}

describe('a laboratory order', () => {
  it.each([['8.8.8.8'], ['2001:4860:4860::8888']])(
    'for the public address %s → refused, by TCP, UDP and nmap',
    (address) => {
      const order = buildOrder({ target: hostAt(address), ports: '53', udpPorts: [53] });
      const scope = createScope(order, []);
      const codes = [
        codeOf(() => scope.tcp({ address, port: 53 })),
        codeOf(() => scope.udp({ address, port: 53 })),
        codeOf(() => scope.scan([53])),
      ];
      expect(codes).toEqual(['special-purpose', 'special-purpose', 'special-purpose']);
    },
  );

  it('for a loopback address, also written in full → its canonical form', () => {
    const scope = createScope(buildOrder({ target: hostAt('::1'), ports: '80' }), []);
    expect(scope.tcp({ address: '0:0:0:0:0:0:0:1', port: 80 })).toBe('::1');
  });

  it('with a public resolver → the resolver is refused', () => {
    const resolver = { address: '8.8.8.8', port: 53 };
    const scope = createScope(buildOrder({ resolver }), []);
    expect(codeOf(() => scope.udp(resolver))).toBe('special-purpose');
  });
});

describe('an internet order', () => {
  it.each([
    ['127.0.0.1'],
    ['10.0.0.1'],
    ['172.16.0.1'],
    ['192.168.0.1'],
    ['100.64.0.1'],
    ['192.0.2.1'],
    ['198.18.0.1'],
    ['240.0.0.1'],
    ['::1'],
    ['fe80::1'],
    ['fc00::1'],
    ['2001:db8::1'],
    ['2002:7f00:1::'],
    ['::ffff:127.0.0.1'],
  ])('for the special-purpose address %s → refused', (address) => {
    const scope = createScope(buildOrder({ network: 'internet', target: hostAt(address), ports: '80' }), []);
    expect(codeOf(() => scope.tcp({ address, port: 80 }))).toBe('special-purpose');
    expect(codeOf(() => scope.scan([80]))).toBe('special-purpose');
  });

  it('for a public address → only its own ports', () => {
    const target = hostAt('8.8.8.8');
    const scope = createScope(buildOrder({ network: 'internet', target, ports: '80' }), []);
    expect(codeOf(() => scope.tcp({ address: '8.8.8.8', port: 80 }))).toBe('allowed');
    expect(codeOf(() => scope.tcp({ address: '8.8.8.8', port: 81 }))).toBe('out-of-scope');
    expect(codeOf(() => scope.tcp({ address: '8.8.4.4', port: 80 }))).toBe('out-of-scope');
    expect(codeOf(() => scope.scan([80, 81]))).toBe('out-of-scope');
  });

  it.each([['169.254.1.1'], ['224.0.0.251'], ['2001:db8::1']])(
    'with the resolver %s → refused, it is nobody’s resolver',
    (address) => {
      const resolver = { address, port: 53 };
      const scope = createScope(buildOrder({ network: 'internet', resolver }), []);
      expect(codeOf(() => scope.udp(resolver))).toBe('special-purpose');
    },
  );
});

describe('an order for a domain', () => {
  const target = { kind: 'domain', domain: 'city.example.jp' } as const;
  const authority = { zone: 'city.example.jp', role: 'zone', name: 'ns1.hoster.example', port: 53 } as const;
  const order = (address: string, network: 'internet' | 'lab' = 'internet') =>
    buildOrder({
      network,
      target,
      authorities: [{ ...authority, address }],
      ports: '1-65535',
      udpPorts: [53],
    });
  const scope = createScope(order('8.8.8.8'), []);
  const asked = (address: string, port: number, at = scope) => [
    codeOf(() => at.udp({ address, port })),
    codeOf(() => at.tcp({ address, port })),
  ];

  it('a name server that it names → DNS over UDP and TCP', () => {
    expect(asked('8.8.8.8', 53)).toEqual(['allowed', 'allowed']);
  });

  it('any other port of that server → refused, whatever ports the order permits of hosts', () => {
    for (const port of [22, 80, 443, 853, 5353]) {
      expect(asked('8.8.8.8', port)).toEqual(['out-of-scope', 'out-of-scope']);
    }
    expect(codeOf(() => scope.scan([53]))).toBe('out-of-scope');
  });

  it('a server that a foreign referral or its glue names → refused', () => {
    for (const address of ['8.8.4.4', '1.1.1.1', '2001:4860:4860::8888']) {
      expect(asked(address, 53)).toEqual(['out-of-scope', 'out-of-scope']);
    }
  });

  it('a private address as name server → refused, though the resolver may be private', () => {
    expect(asked('10.0.0.53', 53, createScope(order('10.0.0.53'), []))).toEqual([
      'special-purpose',
      'special-purpose',
    ]);
  });

  it('a public name server in a laboratory order → refused', () => {
    expect(asked('8.8.8.8', 53, createScope(order('8.8.8.8', 'lab'), []))).toEqual([
      'special-purpose',
      'special-purpose',
    ]);
  });

  it('name servers beside a host → they do not count, the host is all there is', () => {
    const host = { ...order('8.8.8.8'), target: hostAt('8.8.4.4') };
    expect(asked('8.8.8.8', 53, createScope(host, []))).toEqual(['out-of-scope', 'out-of-scope']);
  });

  it('on the deny list → refused', () => {
    const denied = createScope(order('8.8.8.8'), parseDenyList(['8.8.8.0/24']));
    expect(asked('8.8.8.8', 53, denied)).toEqual(['special-purpose', 'special-purpose']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPorts } from './default-ports.ts';
import { formatPortList, parsePortList, portsOf } from './port-list.ts';

describe('a list of ports', () => {
  it('is the same after writing and reading', () => {
    const ports = fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(ports, (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(parsePortList(formatPortList(sorted))).toEqual(sorted);
      }),
    );
  });

  it.each(['', '0', '65536', '80-', '90-80', '80,,81', 'http', '80 81', '-iL/etc/passwd', '1-99999'])(
    '%j → refused',
    (text) => {
      expect(() => parsePortList(text)).toThrow(RangeError);
    },
  );

  it('overlapping ranges → each port once', () => {
    expect(parsePortList('80-82,81-83,80')).toEqual([80, 81, 82, 83]);
  });

  it('all → every port; default → the profile, each port once', () => {
    expect(portsOf('all').length).toBe(65_535);
    expect(portsOf('default')).toEqual([...new Set(defaultPorts)].sort((a, b) => a - b));
    expect(portsOf('default').length).toBe(defaultPorts.length);
  });
});

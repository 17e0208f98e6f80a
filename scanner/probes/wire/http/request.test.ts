import fc from 'fast-check';
import { expect, test } from 'vitest';
import { version } from '../../../version.ts';
import { buildRequest, userAgent } from './request.ts';

const agent = userAgent({ contact: 'https://enkaku.example/', jobId: 'job_0123456789abcdef' });

test('a request is a GET that says who asks and where to complain', () => {
  const lines = buildRequest({ url: new URL('http://www.city.example:8080/a?b=c') }, agent).split('\r\n');
  expect(lines[0]).toBe('GET /a?b=c HTTP/1.1');
  expect(lines).toContain('Host: www.city.example:8080');
  expect(lines).toContain(`User-Agent: Enkaku/${version} (+https://enkaku.example/; job_0123456789abcdef)`);
  expect(lines).toContain('Connection: close');
  expect(lines.slice(-2)).toEqual(['', '']);
});

test('no URL and no contact can add a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, contact) => {
      fc.pre(URL.canParse(`/${path}`, 'http://a.example'));
      const url = new URL(`/${path}`, 'http://a.example');
      const request = buildRequest({ url }, userAgent({ contact, jobId: 'job_x' }));
      expect(request.split(/\r\n|\r|\n/)).toHaveLength(9);
      expect(request).toMatch(/^[\r\n\x20-\x7e]*$/);
    }),
  );
});

test('a header given takes the place of the usual one, and none can add a line', () => {
  const url = new URL('http://www.city.example/');
  const headers = { Host: 'other.example\r\nX: y', Accept: null, Origin: 'null' };
  const lines = buildRequest({ url, method: 'TRACE', protocol: 'HTTP/1.0', headers }, agent).split('\r\n');
  expect(lines[0]).toBe('TRACE / HTTP/1.0');
  expect(lines).toContain('Host: other.exampleX: y');
  expect(lines).toContain('Origin: null');
  expect(lines.join('\n')).not.toMatch(/^(?:Accept:|X:)|www\.city/m);
});

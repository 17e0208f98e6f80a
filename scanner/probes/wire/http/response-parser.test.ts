import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerOf, httpLimits, ResponseParser } from './response-parser.ts';

/** Pushes `text` in pieces, then ends the connection. */
function parse(text: string | Buffer, pieces = 1) {
  const bytes = Buffer.from(text as string, 'latin1');
  const parser = new ResponseParser();
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length; at += size) if (!parser.push(bytes.subarray(at, at + size))) break;
  return parser.isGarbled ? 'garbled' : parser.result();
}

describe('a body is complete', () => {
  const completeness = (text: string, end: 'ended' | 'reset') => {
    const parser = new ResponseParser();
    parser.push(Buffer.from(text, 'latin1'));
    if (end === 'ended') parser.end();
    return parser.result()?.complete;
  };

  test.each([
    ['with all of its length', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', 'reset'],
    ['with its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'reset'],
    ['with the end of the connection', 'HTTP/1.1 200 OK\r\n\r\nhi', 'ended'],
  ] as const)('%s', (_, text, end) => expect(completeness(text, end)).toBe(true));

  test.each([
    ['shorter than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi', 'ended'],
    ['without its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n', 'ended'],
    ['in chunks without sense', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhi', 'ended'],
    ['without a length, cut by a reset', 'HTTP/1.1 200 OK\r\n\r\nhi', 'reset'],
    ['longer than what we take', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(httpLimits.body)}`, 'ended'],
  ] as const)('never %s', (_, text, end) => expect(completeness(text, end)).toBe(false));

  test('without one in the answer to HEAD', () => {
    const parser = new ResponseParser('no-body');
    expect(parser.push(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n'))).toBe(false);
    expect(parser.result()).toMatchObject({ complete: true, body: Buffer.alloc(0) });
  });
});

const bodyOf = (text: string, pieces?: number) => {
  const response = parse(text, pieces);
  return response === 'garbled' ? response : response?.body.toString('latin1');
};

describe('a response', () => {
  test('is a status, headers in their order and spelling, and a body', () => {
    const text =
      'HTTP/1.1 200 OK\r\nServer: x\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\nhi';
    expect(parse(text)).toEqual({
      status: 200,
      headers: [
        ['Server', 'x'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['Content-Length', '2'],
      ],
      body: Buffer.from('hi'),
      complete: true,
    });
  });

  test.each([
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more', 'hello'],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n',
      'hello',
    ],
    [
      'in chunks in spite of a length',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
      'hello',
    ],
    ['until the end', 'HTTP/1.0 200 OK\r\n\r\nhello', 'hello'],
    ['with a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello', 'hello'],
    ['shorter than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello', 'hello'],
    ['of no bytes', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nhello', ''],
    [
      'after 100 and 103',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello',
      'hello',
    ],
    ['with bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 5\n\nhello', 'hello'],
    ['that may not be there', 'HTTP/1.1 204 No Content\r\n\r\nhello', ''],
    ['in chunks that break off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel', 'hel'],
    ['in chunks without sense', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhel', ''],
  ])('has a body %s', (_, text, body) => {
    for (const pieces of [1, 2, 7, 1000]) expect(bodyOf(text, pieces)).toBe(body);
  });

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['HTTP/0.9', '<html>\r\n\r\n'],
    ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['a status below 100', 'HTTP/1.1 099 OK\r\n\r\n'],
    ['interim responses for ever', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(20)],
    ['200 headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(200)}\r\n`],
    ['an endless head', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}`],
  ])('%s is garbage', (_, text) => {
    for (const pieces of [1, 9]) expect(parse(text, pieces)).toBe('garbled');
  });

  test('a head that does not end is none', () => {
    expect(parse('HTTP/1.1 200 OK\r\nServer: x\r\n')).toBeUndefined();
  });

  test('a folded header goes on, a line without a colon is passed over, a long value is cut', () => {
    const text = `HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\nnonsense\r\nB: ${'x'.repeat(20_000)}\r\n\r\n`;
    const response = parse(text);
    if (response === 'garbled' || response === undefined) throw new Error('not read');
    expect(headerOf(response, 'a')).toBe('1 2');
    expect(headerOf(response, 'b')).toHaveLength(httpLimits.value);
    expect(response.headers).toHaveLength(2);
  });

  test('a body is cut at 256 KiB, however it is sent', () => {
    const long = 'x'.repeat(400_000);
    expect(bodyOf(`HTTP/1.1 200 OK\r\n\r\n${long}`, 30)).toHaveLength(httpLimits.body);
    expect(bodyOf(`HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n${long}`, 30)).toHaveLength(
      httpLimits.body,
    );
    const chunks = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n${long}`;
    expect(bodyOf(chunks, 30)).toHaveLength(httpLimits.body);
  });
});

test('the pieces make no difference', () => {
  const token = fc.stringMatching(/^[A-Za-z-]{1,10}$/);
  const value = fc.stringMatching(/^[ -~]{0,20}$/);
  const head = fc.array(fc.tuple(token, value), { maxLength: 5 });
  fc.assert(
    fc.property(head, value, fc.integer({ min: 2, max: 50 }), (headers, body, pieces) => {
      const lines = headers.map(([name, text]) => `${name}: ${text}\r\n`).join('');
      const text = `HTTP/1.1 200 OK\r\n${lines}\r\n${body}`;
      expect(parse(text, pieces)).toEqual(parse(text));
    }),
  );
});

test('any bytes behind a status line are read without a throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', 'Transfer-Encoding: chunked\r\n\r\n'),
      (noise, start) => {
        const response = parse(
          Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${start}`), noise]).toString('latin1'),
          3,
        );
        if (response !== undefined && response !== 'garbled')
          expect(response.body.length).toBeLessThanOrEqual(400);
      },
    ),
  );
});

import { describe, expect, it } from 'vitest';
import { parseSender } from './sender.ts';

describe('parseSender', () => {
  it.each([
    ['遠隔診断 <enkaku@localhost>', '遠隔診断', 'enkaku@localhost'],
    ['a@b.example', 'a@b.example', 'a@b.example'],
  ])('%s', (text, name, address) => expect(parseSender(text)).toEqual({ name, address }));

  it.each(['', 'name', 'name <no address>', 'a@b\r\nBcc: c@d', 'x\r\nBcc: <c@d>', 'a <b@c> <d@e>'])(
    '%j → refused',
    (text) => expect(() => parseSender(text)).toThrow('NAME <ADDRESS>'),
  );
});

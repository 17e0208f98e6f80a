import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidFeedError } from '../feed.ts';
import { convertPattern } from './convert-pattern.ts';
import { matchRecog } from './match.ts';
import { parseRecogFile } from './parse-file.ts';
import { httpServers, sshBanners } from './recog.fixture.ts';
import { recogFeed } from './recog-feed.ts';

const files = [
  { name: 'ssh_banners.xml', text: sshBanners },
  { name: 'http_servers.xml', text: httpServers },
];
const { value: recog, entries, version } = recogFeed.parse(files);

describe('the feed', () => {
  test('what can be used is counted, and what cannot', () => {
    expect([entries, version]).toEqual([4, '2 files, 2 patterns left out']);
  });

  test('files are told by their first element', () => {
    expect(files.every((file) => recogFeed.recognises(file))).toBe(true);
    expect(recogFeed.recognises({ name: 'COPYING', text: 'Copyright' })).toBe(false);
  });

  test('a file about what we do not look at → passed over', () => {
    expect(parseRecogFile({ name: 'x.xml', text: '<fingerprints matches="tls.jarm"/>' })).toBeUndefined();
  });

  test.each([
    ['no XML', '<fingerprints'],
    ['another document', '<html><fingerprints2/></html>'],
    [
      'a position that is none',
      '<fingerprints matches="ssh.banner"><fingerprint pattern="a"><param pos="x" name="y"/></fingerprint></fingerprints>',
    ],
    ['nothing in it', '<fingerprints matches="ssh.banner"></fingerprints>'],
  ])('%s → refused', (_, text) => {
    expect(() => recogFeed.parse([{ name: 'ssh_banners.xml', text }])).toThrow(InvalidFeedError);
  });

  test('an entity of its own → means nothing', () => {
    const text = `<!DOCTYPE x [<!ENTITY lol "x">]>${sshBanners.replace('value="OpenBSD"', 'value="&lol;"')}`;
    const own = recogFeed.parse([{ name: 'ssh_banners.xml', text }]).value;
    expect(matchRecog(own, 'ssh.banner', 'OpenSSH_9.2p1 Debian-2+deb12u3')?.['service.vendor']).toBe('&lol;');
  });
});

describe('a match', () => {
  test('groups, constants and what is put together from them', () => {
    expect(matchRecog(recog, 'ssh.banner', 'OpenSSH_9.2p1 Debian-2+deb12u3')).toEqual({
      'service.version': '9.2p1',
      'service.vendor': 'OpenBSD',
      'service.product': 'OpenSSH',
      'service.cpe23': 'cpe:/a:openbsd:openssh:9.2p1',
      'openssh.comment': 'Debian-2+deb12u3',
      'os.vendor': 'Debian',
      'os.product': 'Linux',
      'os.cpe23': 'cpe:/o:debian:debian_linux:12.0',
    });
  });

  test('a fact that is missing → a dash in a CPE, no value elsewhere', () => {
    expect(matchRecog(recog, 'ssh.banner', 'CISCO-1')).toEqual({
      'service.product': 'SSH & more',
      'service.cpe23': 'cpe:/a:cisco:ssh:-',
    });
  });

  test.each([
    ['ssh.banner', 'plain'],
    ['ssh.banner', 'OpenSSH_9.2p1'],
    ['http_header.server', 'OpenSSH_9.2p1 Debian-2+deb12u3'],
    ['html_title', 'nginx'],
  ] as const)('%s %s → nothing', (source, text) => {
    expect(matchRecog(recog, source, text)).toBeUndefined();
  });

  test('any text → an answer in no time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (text) => {
        matchRecog(recog, 'ssh.banner', text);
      }),
    );
  });
});

describe('a pattern of Ruby', () => {
  test.each([
    ['(?i)^abc$', 'ABC', true],
    ['\\Aabc\\z', 'abc', true],
    ['\\Aabc\\z', 'x\nabc', false],
    ['^abc$', 'x\nabc\ny', true],
    ['(?m)a.b', 'a\nb', true],
    ['a.b', 'a\nb', false],
    ['^[[:digit:]]+x$', '123x', true],
    ['^\\h+$', 'beef', true],
    ['^a++b', 'aab', true],
    ['^v((?:\\d+\\.)*\\d+)$', 'v1.2.3', true],
    ['^v(\\d+(?:\\.\\d+)*)$', 'v1.2.3', true],
    ['^[)*(]+$', '()', true],
  ])('%s on %j → %s', (ruby, text, expected) => {
    const pattern = convertPattern(ruby);
    expect('usable' in pattern && pattern.usable.test(text)).toBe(expected);
  });

  test.each([
    ['(?:a+)+', 'may-run-away'],
    ['((a|b)*c?)*', 'may-run-away'],
    ['(?:\\r|\\n|\\s){0,256}x', 'may-run-away'],
    ['(unclosed', 'syntax'],
    ['a'.repeat(3000), 'syntax'],
  ])('%s → left out', (ruby, why) => {
    expect(convertPattern(ruby)).toEqual({ unusable: why });
  });
});

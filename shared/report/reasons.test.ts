import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceKinds } from '../evidence/kinds.ts';
import { unknownReasons } from '../model/observed.ts';
import { reasonText } from './reasons.ts';

const noWords = /^判定できませんでした（/;
const checks = path.join(import.meta.dirname, '../checks');
const given = globSync('**/*.ts', { cwd: checks })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(path.join(checks, file), 'utf8').matchAll(/(?:undetermined\(|reason: )'([^']+)'/g),
  ])
  .map(([, reason = '']) => reason);

/** Those that a check puts together. */
const composed = [
  'authority-not-known',
  'certificate-expired',
  'certificate-invalid',
  'no-certificate',
  'no-feed:known-keys-debian',
  'no-feed:known-keys-published',
];

describe('reasonText', () => {
  it.each([...new Set([...unknownReasons, ...given, ...composed])])(
    '%s has words in both languages',
    (reason) => {
      expect(reasonText(reason, 'ja')).not.toMatch(noWords);
      expect(reasonText(reason, 'en')).not.toMatch(/^it could not be judged \(/);
    },
  );

  it.each(evidenceKinds)('missing evidence of the kind %s has words', (kind) => {
    expect(reasonText(`no-evidence:${kind}`, 'ja')).toMatch(/を得られませんでした$/);
  });

  it.each(['down', 'timed-out', 'missing'])('a host that is %s has words', (state) => {
    expect(reasonText(`host-${state}`, 'ja')).not.toMatch(noWords);
  });

  it('an answer code of DNS is named', () => expect(reasonText('rcode-2', 'ja')).toContain('RCODE 2'));
  it('blocked → names the addresses to let through, where they are known', () => {
    expect(reasonText('blocked', 'en', ['198.51.100.7', '2001:db8::7'])).toContain(
      '198.51.100.7, 2001:db8::7',
    );
    expect(reasonText('blocked', 'ja', ['198.51.100.7'])).toContain('診断元の IP アドレス（198.51.100.7）');
    expect(reasonText('blocked', 'en')).not.toContain('allow');
    expect(reasonText('timeout', 'en', ['198.51.100.7'])).not.toContain('198.51.100.7');
  });
  it('a check that threw → no word of its error', () =>
    expect(reasonText('check-failed: secret', 'en')).toBe('judging it failed'));
  it('a reason nobody knows → shown as it is, without what hides', () => {
    expect(reasonText('new\u202e <b>', 'en')).toBe('it could not be judged (new\\u{202e} <b>)');
  });
  it.each(['constructor', '__proto__', 'toString'])('%s is no reason of ours', (reason) => {
    expect(reasonText(reason, 'en')).toBe(`it could not be judged (${reason})`);
  });
});

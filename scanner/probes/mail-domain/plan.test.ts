import { lookup, mailDomain } from '@enkaku/shared/evidence/mail-domain/build.fixture.ts';
import { no, unknown } from '@enkaku/shared/model/observed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstQuestions, nextQuestions } from './plan.ts';

const shown = (questions: ReturnType<typeof firstQuestions>) =>
  questions.map(({ name, type }) => `${type} ${name}`);
const next = (question: string, ...records: readonly string[]) =>
  shown(nextQuestions(mailDomain, lookup(question, records)));

test('of every domain → SPF, MX, DMARC up the tree, DKIM at the usual selectors, MTA-STS, TLS-RPT, BIMI', () => {
  const questions = shown(firstQuestions(mailDomain));
  expect(questions).toEqual(
    expect.arrayContaining([
      'TXT city.example.jp',
      'MX city.example.jp',
      'TXT _dmarc.city.example.jp',
      'TXT _dmarc.example.jp',
      'TXT _dmarc.jp',
      'TXT _domainkey.city.example.jp',
      'TXT selector1._domainkey.city.example.jp',
      'TXT _mta-sts.city.example.jp',
      'TXT _smtp._tls.city.example.jp',
      'TXT default._bimi.city.example.jp',
    ]),
  );
  expect(new Set(questions).size).toBe(questions.length);
});

test('a domain of 20 labels → DMARC is looked for at eight names at most', () => {
  const deep = `${'a.'.repeat(19)}jp`;
  expect(shown(firstQuestions(deep)).filter((question) => question.includes('_dmarc.'))).toHaveLength(8);
});

test.each([
  ['v=spf1 -all', []],
  ['v=spf1 include:_spf.example.org ~all', ['TXT _spf.example.org']],
  ['v=spf1 redirect=_spf.example.org', ['TXT _spf.example.org']],
  ['v=spf1 a -all', ['A city.example.jp', 'AAAA city.example.jp']],
  ['v=spf1 a:mail.example.org/24 -all', ['A mail.example.org', 'AAAA mail.example.org']],
  ['v=spf1 mx mx:example.org -all', ['MX city.example.jp', 'MX example.org']],
  ['v=spf1 exists:here.example.org -all', ['A here.example.org']],
  ['v=spf1 exp=explain.example.org -all', []],
  ['v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ptr -all', []],
  ['v=spf1 exists:%{i}._spf.example.org -all', []],
  ['v=spf1 include:not_a_name include: -all', []],
  ['v=spf1 include:a;b.example.org -all', []],
  ['v=spf10 include:_spf.example.org', []],
  ['some text include:_spf.example.org', []],
])('%s → %j', (record, questions) => {
  expect(next('TXT city.example.jp', record)).toEqual(questions);
});

test('MX → the addresses of its servers; of the null MX, of an address and of escaped names nothing', () => {
  expect(next('MX city.example.jp', '10 Mail.city.example.jp.', '0 .', '20 a\\.b.example.jp.')).toEqual([
    'A mail.city.example.jp',
    'AAAA mail.city.example.jp',
  ]);
});

test.each([
  ['v=DMARC1; p=none; rua=mailto:dmarc@city.example.jp', []],
  [
    'v=DMARC1; p=none; rua=mailto:a@reports.example,mailto:b@reports.example!10m; ruf=mailto:c@other.example',
    [
      'TXT city.example.jp._report._dmarc.reports.example',
      'TXT city.example.jp._report._dmarc.other.example',
    ],
  ],
  ['v=DMARC1; p=none; rua=https://reports.example/', []],
])('DMARC %s → %j', (record, questions) => {
  expect(next('TXT _dmarc.city.example.jp', record)).toEqual(questions);
});

test.each([unknown('timeout'), no])('no answer → nothing further', (answer) => {
  expect(nextQuestions(mailDomain, lookup('TXT city.example.jp', answer))).toEqual([]);
});

test('any record → only plain names are asked for, within reasonable time', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 2000, unit: 'binary-ascii' }),
      fc.constantFrom('TXT city.example.jp', 'TXT _dmarc.city.example.jp', 'MX city.example.jp'),
      (text, question) => {
        const began = performance.now();
        const questions = nextQuestions(mailDomain, lookup(question, [text, `v=spf1 include:${text}`]));
        expect(questions.every(({ name }) => /^[a-z0-9_.-]{3,253}$/.test(name))).toBe(true);
        expect(performance.now() - began).toBeLessThan(500);
      },
    ),
  );
});

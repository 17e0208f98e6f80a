import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../model/text.ts';
import { aCleanReport, aFinding, aReport } from '../report/build.fixture.ts';
import { calendarOf } from './confirmed/calendar.ts';
import type { MailKind } from './data.ts';
import { mails, renderMail } from './mail.fixture.ts';
import { displayWidth } from './wrap.ts';

const kinds = Object.keys(mails) as readonly MailKind[];
const all = kinds.flatMap((kind) => (['ja', 'en'] as const).map((locale) => [kind, locale] as const));

describe.each(all)('%s in %s', (kind, locale) => {
  it('says who writes, how to reach us and why it came', async () => {
    const { subject, text } = await renderMail(kind, mails[kind], locale);
    expect(subject).toMatch(locale === 'ja' ? /^【遠隔診断】/ : /^\[Remote diagnosis\] /);
    expect(text).toContain('遠隔診断センター');
    expect(text).toContain('00-0000-0000');
    expect(joined(text)).toContain(locale === 'ja' ? 'お送りしています。' : 'Youreceivethismailbecause');
  });

  it('says in plain text what the page says', async () => {
    const { text, html } = await renderMail(kind, mails[kind], locale);
    const shown = squeezed(html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' '));
    for (const word of text.split(/\s+/).filter((part) => /^[\w./-]{6,}$/.test(part)))
      expect(shown).toContain(word);
  });

  it('loads nothing and runs nothing', async () => {
    const { html } = await renderMail(kind, mails[kind], locale);
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|form)\b|@import|url\(|fonts\.google/i);
  });

  it('prose keeps to 78 columns', async () => {
    const { text } = await renderMail(kind, mails[kind], locale);
    const prose = text.split('\n').filter((line) => !/\S{30,}/.test(line.replace(/[^\x20-\x7e]/g, '')));
    for (const line of prose) expect(displayWidth(line)).toBeLessThanOrEqual(78);
  });
});

describe('hostile data', () => {
  const hostile = '"><script>alert(1)</script></mj-text><mj-raw>&lt;x&gt;\r\nBcc: all@example.jp';

  it.each(all)('%s in %s → stays text, and the subject stays one line', async (kind, locale) => {
    const { sender, recipient } = mails[kind];
    const data = {
      ...mails[kind],
      sender: { ...sender, name: hostile, contact: hostile },
      recipient: { ...recipient, name: hostile, organisation: hostile },
      ...('booked' in mails[kind] ? { booked: { ...mails.reminder.booked, targets: [hostile] } } : {}),
    };
    const mail = await renderMail(kind, data, locale);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toMatch(/<script/i);
    expect(mail.html).toContain('&lt;script&gt;alert(1)');
    for (const { text } of mail.attachments) expect(text).not.toMatch(/^Bcc:/m);
  });

  it('a link that is no web address → leads nowhere', async () => {
    const { html } = await renderMail(
      'invitation',
      { ...mails.invitation, link: 'javascript:alert(1)' },
      'ja',
    );
    expect(html).not.toContain('href="javascript:');
  });

  it('anything in a finding → the same tags as without it', async () => {
    const tags = (html: string) =>
      html.match(/<\/?[a-z][^>]*>/gi)?.map((tag) => tag.replace(/\s[\s\S]*/, ''));
    const render = async (detail: string) => {
      const report = aReport({ findings: [aFinding({ detail: { ja: detail, en: detail } })], actions: [] });
      return (await renderMail('finished', { ...mails.finished, report }, 'ja')).html;
    };
    const expected = tags(await render('x'));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (detail) => {
        expect(tags(await render(detail.replace(/[\r\n]/g, ' ')))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('finished', () => {
  const finished = (change: Partial<typeof mails.finished>, locale: Locale = 'ja') =>
    renderMail('finished', { ...mails.finished, ...change }, locale);

  it('actions first, then findings with fixes, and no proof bytes', async () => {
    const { text } = await finished({});
    const [actions, findings] = [text.indexOf('■ 対応'), text.indexOf('■ 検出事項')];
    expect(actions).toBeGreaterThan(0);
    expect(findings).toBeGreaterThan(actions);
    expect(text).toContain('    ssl_protocols TLSv1.2 TLSv1.3;');
    expect(text).not.toContain('+PONG');
    expect(text).not.toContain('160301003e');
  });

  it.each(['summary', 'summary-without-tls'] as const)(
    '%s → no finding, no grade, and why',
    async (detail) => {
      const { subject, text, html } = await finished({ detail });
      for (const part of [subject, text, html]) {
        expect(part).not.toMatch(/TLS 1\.0|Redis|総合評価|緊急/);
      }
      expect(joined(text)).toContain('ポータルにログインしてご覧ください。');
      expect(text).toContain('https://shindan.example.jp/reports/rep_1');
    },
  );

  it('both summaries and the whole have one subject, which tells nothing', async () => {
    const subjects = await Promise.all(
      (['findings', 'summary', 'summary-without-tls'] as const).map(
        async (detail) => (await finished({ detail })).subject,
      ),
    );
    expect(new Set(subjects)).toEqual(new Set(['【遠隔診断】診断結果のお知らせ']));
  });

  it('200 findings → sixty in the mail, and a word on the rest', async () => {
    const findings = Array.from({ length: 200 }, () => aFinding());
    const { text } = await finished({ report: aReport({ findings, actions: [] }) });
    expect(joined(text)).toContain('このほかに140件の検出事項があります。');
  });

  it('a clean report → says that nothing has to be done', async () => {
    expect((await finished({ report: aCleanReport() })).text).toContain('必要な対応はありません。');
  });
});

describe('calendar', () => {
  it('one UID for all changes, a growing SEQUENCE, and CANCEL at the end', () => {
    const changes = [
      calendarOf(mails.confirmed, 'ja'),
      calendarOf({ ...mails.confirmed, change: 'changed', sequence: 1 }, 'ja'),
      calendarOf({ ...mails.confirmed, change: 'cancelled', sequence: 2 }, 'ja'),
    ];
    const field = (name: string) =>
      changes.map(({ text }) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1]);
    expect(new Set(field('UID'))).toEqual(new Set(['rsv_0000000000000001@shindan.example.jp']));
    expect(field('SEQUENCE')).toEqual(['0', '1', '2']);
    expect(field('METHOD')).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(field('STATUS')).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(field('DTSTART')).toEqual(Array(3).fill('20261121T003000Z'));
    expect(field('DTSTAMP')).toEqual(Array(3).fill('20261101T000000Z'));
  });

  it('comes with the mail that confirms, and with no other', async () => {
    for (const kind of kinds) {
      const { attachments } = await renderMail(kind, mails[kind], 'ja');
      expect(attachments.map(({ mediaType }) => mediaType)).toEqual(
        kind === 'confirmed' ? ['text/calendar; charset=utf-8; method=REQUEST'] : [],
      );
    }
  });
});

function joined(text: string): string {
  return text.replace(/\s+/g, '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

import type { ReservationId } from '../model/id.ts';
import type { Locale } from '../model/text.ts';
import { aReport } from '../report/build.fixture.ts';
import { composeMail, type MailContent } from './compose.ts';
import type { MailData, MailKind } from './data.ts';
import { drawMail } from './draw.ts';

const sender = {
  name: '遠隔診断センター',
  address: 'shindan@centre.example.jp',
  contact: '電話 00-0000-0000（平日午前9時から午後5時まで）',
  portalUrl: 'https://shindan.example.jp',
};
const recipient = { name: '吉野 花子', address: 'hanako@town.yoshino.example.jp', organisation: '𠮷野町' };
const id: ReservationId = 'rsv_0000000000000001';
const booked = {
  id,
  window: { opensAt: '2026-11-21T00:30:00.000Z', closesAt: '2026-11-21T02:00:00.000Z' },
  targets: ['www.town.yoshino.example.jp (192.0.2.10)', 'mx.town.yoshino.example.jp (2001:db8::25)'],
  url: `https://shindan.example.jp/reservations/${id}`,
  sourceAddresses: ['198.51.100.7'],
} as const;
const base = { sender, recipient };

/** One of each, for tests. */
export const mails: { readonly [K in keyof MailData]: MailData[K] } = {
  invitation: {
    ...base,
    link: 'https://shindan.example.jp/invitation/TOKEN?a=1&b=2',
    expiresAt: '2026-11-22T00:30:00.000Z',
  },
  confirmed: { ...base, booked, change: 'confirmed', sequence: 0, at: '2026-11-01T00:00:00.000Z' },
  reminder: { ...base, booked },
  started: { ...base, booked, startedAt: '2026-11-21T00:30:03.000Z' },
  finished: {
    ...base,
    booked,
    report: aReport(),
    reportUrl: `https://shindan.example.jp/reports/rep_1`,
    detail: 'findings',
  },
  'could-not-run': {
    ...base,
    booked,
    reason: '診断枠のあいだに、使える診断装置がありませんでした。',
    proposed: { opensAt: '2026-11-23T00:30:00.000Z', closesAt: '2026-11-23T02:00:00.000Z' },
    bookingUrl: 'https://shindan.example.jp/reservations/new',
  },
};

/** A mail with its page, as it is delivered. */
export async function renderMail<K extends MailKind>(
  kind: K,
  data: MailData[K],
  locale: Locale,
): Promise<MailContent & { readonly html: string }> {
  const content = composeMail(kind, data, locale);
  return { ...content, html: await drawMail(content.mjml) };
}

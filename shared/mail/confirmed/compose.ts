import { formatDay } from '../../model/format-date.ts';
import type { Locale, Text } from '../../model/text.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { type Block, link, paragraph } from '../letter.ts';
import { asContact, bookedFacts } from '../words.ts';

type Change = MailData['confirmed']['change'];

const subjects: Readonly<Record<Change, Text>> = {
  confirmed: { ja: '診断の予約を受け付けました', en: 'Your diagnosis is booked' },
  changed: { ja: '診断の予約を変更しました', en: 'Your diagnosis was changed' },
  cancelled: { ja: '診断の予約を取り消しました', en: 'Your diagnosis was cancelled' },
};

const openings: Readonly<Record<Change, Text>> = {
  confirmed: {
    ja: '次の内容で診断の予約を受け付けました。',
    en: 'Your diagnosis is booked as follows.',
  },
  changed: {
    ja: '診断の予約を次の内容に変更しました。',
    en: 'Your diagnosis was changed; it is now booked as follows.',
  },
  cancelled: {
    ja: '次の診断の予約を取り消しました。診断は行いません。',
    en: 'The following diagnosis was cancelled. It will not take place.',
  },
};

export function composeConfirmed(data: MailData['confirmed'], locale: Locale): ComposedMail {
  const { booked, change } = data;
  const day = formatDay(booked.window.opensAt, locale);
  const [prefix, on] =
    locale === 'ja' ? ['【遠隔診断】', `（${day}）`] : ['[Remote diagnosis] ', ` (${day})`];
  return composed({
    ...data,
    locale,
    subject: `${prefix}${subjects[change][locale]}${on}`,
    blocks: [
      paragraph(openings[change][locale]),
      bookedFacts(booked, locale),
      ...(change === 'cancelled' ? [] : advice[locale]),
      link(locale === 'ja' ? '予約の画面を開く' : 'Open the reservation', booked.url),
      paragraph(calendarNote[change === 'cancelled' ? 'cancelled' : 'booked'][locale]),
    ],
    why: asContact[locale],
  });
}

const advice: Readonly<Record<Locale, readonly Block[]>> = {
  ja: [
    paragraph(
      '診断枠の外では、診断のための通信を一切行いません。診断のあいだも、サーバーは普段どおりに利用できます。',
    ),
    paragraph(
      '監視を行っている事業者（自治体情報セキュリティクラウド、ホスティング事業者など）がある場合は、診断枠と診断元の IP アドレスを事前にお知らせください。',
    ),
    paragraph('開始前の取り消しと、診断中の緊急停止は、予約の画面からいつでもできます。'),
  ],
  en: [
    paragraph(
      'Nothing is sent outside the window. Your servers stay in use as always while they are diagnosed.',
    ),
    paragraph(
      'If a contractor watches your network (security cloud, hosting provider), please tell them the window and the source addresses beforehand.',
    ),
    paragraph('On the page of the reservation you can cancel before it starts, and stop it at any time.'),
  ],
};

const calendarNote: Readonly<Record<'booked' | 'cancelled', Text>> = {
  booked: {
    ja: '添付の calendar.ics を開くと、予定表に登録できます。',
    en: 'Open the attached calendar.ics to put it into your calendar.',
  },
  cancelled: {
    ja: '添付の calendar.ics を開くと、予定表から削除できます。',
    en: 'Open the attached calendar.ics to remove it from your calendar.',
  },
};

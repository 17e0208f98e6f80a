import { formatInstant } from '../../model/format-date.ts';
import type { Locale, Text } from '../../model/text.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { link, paragraph } from '../letter.ts';
import { asContact, bookedFacts } from '../words.ts';

export function composeStarted(data: MailData['started'], locale: Locale): ComposedMail {
  const { booked, startedAt } = data;
  const subject: Text = {
    ja: '【遠隔診断】診断を始めました',
    en: '[Remote diagnosis] Your diagnosis has started',
  };
  const opening: Text = {
    ja: `${formatInstant(startedAt, 'ja')}に診断を始めました。`,
    en: `Your diagnosis started on ${formatInstant(startedAt, 'en')}.`,
  };
  const stopping: Text = {
    ja: 'サーバーの様子がおかしいと感じたときは、予約の画面の「緊急停止」を押してください。2秒以内にすべての通信を止めます。進み具合も同じ画面で見られます。',
    en: 'If something seems wrong with your servers, press “Emergency stop” on the page of the reservation: all traffic ends within two seconds. The progress is shown there, too.',
  };
  return composed({
    ...data,
    locale,
    subject: subject[locale],
    blocks: [
      paragraph(opening[locale]),
      bookedFacts(booked, locale),
      paragraph(stopping[locale]),
      link(locale === 'ja' ? '進み具合を見る・緊急停止' : 'Progress and emergency stop', booked.url),
    ],
    why: asContact[locale],
  });
}

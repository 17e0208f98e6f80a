import { formatInstant } from '../../model/format-date.ts';
import type { Locale, Text } from '../../model/text.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { link, paragraph } from '../letter.ts';
import { asContact, bookedFacts } from '../words.ts';

export function composeReminder(data: MailData['reminder'], locale: Locale): ComposedMail {
  const { booked } = data;
  const start = formatInstant(booked.window.opensAt, locale);
  const subject: Text = {
    ja: `【遠隔診断】まもなく診断を始めます（${start}）`,
    en: `[Remote diagnosis] Your diagnosis is near (${start})`,
  };
  const opening: Text = {
    ja: '予約いただいた診断の日時が近づきましたので、お知らせします。',
    en: 'The diagnosis that you booked is near.',
  };
  const please: Text = {
    ja: '都合が悪くなった場合や、診断対象のアドレスが変わった場合は、開始までに予約の画面で取り消してください。監視を行っている事業者への連絡がお済みか、あわせてご確認ください。',
    en: 'If the time no longer suits you, or an address has changed, please cancel on the page of the reservation before it starts. Please also make sure that whoever watches your network knows of it.',
  };
  return composed({
    ...data,
    locale,
    subject: subject[locale],
    blocks: [
      paragraph(opening[locale]),
      bookedFacts(booked, locale),
      paragraph(please[locale]),
      link(locale === 'ja' ? '予約の画面を開く' : 'Open the reservation', booked.url),
    ],
    why: asContact[locale],
  });
}

import { formatWindow } from '../../model/format-date.ts';
import type { Locale, Text } from '../../model/text.ts';
import type { Window } from '../../model/window.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { facts, link, paragraph } from '../letter.ts';
import { asContact, bookedFacts } from '../words.ts';

export function composeCouldNotRun(data: MailData['could-not-run'], locale: Locale): ComposedMail {
  const { booked, reason, proposed, bookingUrl } = data;
  const subject: Text = {
    ja: '【遠隔診断】予約どおりに診断できませんでした',
    en: '[Remote diagnosis] Your diagnosis could not run as booked',
  };
  const opening: Text = {
    ja: '予約いただいた診断を、予約どおりに行うことができていません。申し訳ありません。',
    en: 'The diagnosis that you booked could not run as booked. We are sorry.',
  };
  const meaning: Text = {
    ja: '診断できていない部分については、問題の有無が分かっていません。',
    en: 'Of what was not diagnosed, nothing is known: it may be safe or not.',
  };
  return composed({
    ...data,
    locale,
    subject: subject[locale],
    blocks: [
      paragraph(opening[locale]),
      facts([locale === 'ja' ? '理由' : 'Reason', reason]),
      bookedFacts(booked, locale),
      paragraph(meaning[locale]),
      paragraph(offer(proposed)[locale]),
      link(locale === 'ja' ? '新しい日時を予約する' : 'Book a new slot', bookingUrl),
    ],
    why: asContact[locale],
  });
}

function offer(proposed: Window | null): Text {
  return proposed === null
    ? {
        ja: 'お手数ですが、ご都合のよい日時で改めて予約してください。',
        en: 'Please book again at a time that suits you.',
      }
    : {
        ja: `新しい診断枠の候補は、${formatWindow(proposed, 'ja')}です。よろしければ、次の画面から予約してください。予約されるまで診断は行いません。`,
        en: `A new slot that is free: ${formatWindow(proposed, 'en')}. Please book it on the page below if it suits you; nothing happens until you do.`,
      };
}

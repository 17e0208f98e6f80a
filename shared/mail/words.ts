import { formatWindow } from '../model/format-date.ts';
import type { Locale } from '../model/text.ts';
import type { Booked } from './data.ts';
import { type Block, facts } from './letter.ts';

/** 予約の内容. */
export function bookedFacts({ id, window, targets, sourceAddresses }: Booked, locale: Locale): Block {
  const japanese = locale === 'ja';
  return facts(
    [japanese ? '予約番号' : 'Reservation', id],
    [japanese ? '診断枠' : 'Window', formatWindow(window, locale)],
    [japanese ? '診断対象' : 'Assets', targets.join('\n')],
    ...(sourceAddresses.length === 0
      ? []
      : [[japanese ? '診断元の IP アドレス' : 'Source addresses', sourceAddresses.join('\n')] as const]),
  );
}

/** Why a contact gets what we write about a reservation. */
export const asContact = {
  ja: 'このメールは、診断の予約に担当者として登録された方へお送りしています。',
  en: 'You receive this mail because you are the contact of this reservation.',
};

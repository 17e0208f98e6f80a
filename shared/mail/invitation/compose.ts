import { formatInstant } from '../../model/format-date.ts';
import type { Locale } from '../../model/text.ts';
import { type ComposedMail, composed } from '../composed.ts';
import type { MailData } from '../data.ts';
import { type Block, link, paragraph } from '../letter.ts';

export function composeInvitation(data: MailData['invitation'], locale: Locale): ComposedMail {
  const until = formatInstant(data.expiresAt, locale);
  const blocks: Readonly<Record<Locale, readonly Block[]>> = {
    ja: [
      paragraph('情報セキュリティ遠隔診断のポータルに招待されました。次の画面で利用者の登録をしてください。'),
      link('利用者の登録へ進む', data.link),
      paragraph(`この画面は${until}まで、1回だけ使えます。ほかの方に転送しないでください。`),
    ],
    en: [
      paragraph(
        'You are invited to the portal of the remote information-security diagnosis. Please set up your account on this page.',
      ),
      link('Set up my account', data.link),
      paragraph(`The page works once, until ${until}. Please do not pass it on.`),
    ],
  };
  const subject = {
    ja: '【遠隔診断】ポータルへのご招待',
    en: '[Remote diagnosis] Invitation to the portal',
  };
  const why = {
    ja: 'このメールは、所属する団体の担当者またはセンターが招待した方へお送りしています。',
    en: 'You receive this mail because somebody of your organisation or of the centre invited you.',
  };
  return composed({ ...data, locale, subject: subject[locale], blocks: blocks[locale], why: why[locale] });
}

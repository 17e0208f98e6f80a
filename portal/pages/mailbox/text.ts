import type { OutboxTable } from '@enkaku/shared/db/tables/outbox.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const mailStateText: Readonly<Record<OutboxTable['state'], Text>> = {
  queued: { ja: '送信待ち', en: 'Queued' },
  sending: { ja: '送信中', en: 'Sending' },
  sent: { ja: '送信済み', en: 'Sent' },
  'sent-summary': { ja: '要約を送信済み', en: 'Summary sent' },
  failed: { ja: '送信失敗', en: 'Failed' },
};

export const mailboxText = {
  title: { ja: '送信メール', en: 'Mailbox' },
  lead: {
    ja: 'メールサーバーが設定されていないため、送るはずのメールをここに表示しています。',
    en: 'There is no mail server, so what would have been sent is shown here.',
  },
  empty: { ja: 'メールはまだありません。', en: 'There is no mail yet.' },
  subject: { ja: '件名', en: 'Subject' },
  to: { ja: '宛先', en: 'To' },
  at: { ja: '作成日時', en: 'Written' },
  state: { ja: '状態', en: 'State' },
  plain: { ja: 'テキスト', en: 'Plain text' },
  html: { ja: 'HTML', en: 'HTML' },
  attachments: { ja: '添付', en: 'Attachments' },
} satisfies Catalogue;

import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const roleText: Readonly<Record<Role, Text>> = {
  reader: { ja: '閲覧者', en: 'reader' },
  booker: { ja: '予約担当者', en: 'booker' },
  approver: { ja: '承認者', en: 'approver' },
  centre: { ja: 'センター職員', en: 'centre staff' },
  operator: { ja: 'センター運用管理者', en: 'operator' },
};

export const invitationText = {
  title: { ja: '招待の受け取り', en: 'Accept your invitation' },
  intro: (organisation: string, role: Text) => ({
    ja: `「${organisation}」の${role.ja}として招待されています。`,
    en: `You are invited to “${organisation}” as ${role.en}.`,
  }),
  name: { ja: 'お名前', en: 'Your name' },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  password: { ja: 'パスワード', en: 'Password' },
  passwordSupport: {
    ja: '12 文字以上。覚えやすい言葉をいくつか並べると、長くて破られにくくなります。',
    en: 'At least 12 characters. A few words in a row are long and hard to break.',
  },
  create: { ja: 'アカウントを作成して次へ', en: 'Create the account and continue' },
  join: { ja: 'この団体に参加する', en: 'Join this organisation' },
  joinAs: (email: string) => ({
    ja: `いまサインインしているアカウント（${email}）で参加します。`,
    en: `You will join with the account you are signed in with (${email}).`,
  }),
  nameMissing: { ja: 'お名前を入力してください。', en: 'Please enter your name.' },
  emailWrong: {
    ja: 'メールアドレスを「name@example.lg.jp」のように入力してください。',
    en: 'Please enter an e-mail address such as name@example.lg.jp.',
  },
  emailOther: {
    ja: 'この招待は別のメールアドレスに宛てたものです。招待メールを受け取ったアドレスを入力してください。',
    en: 'This invitation was sent to another address. Please enter the one that received it.',
  },
  emailTaken: {
    ja: 'このメールアドレスのアカウントはすでにあります。先にサインインしてから、招待のリンクをもう一度開いてください。',
    en: 'There is an account with this address already. Please sign in first, then open the link again.',
  },
  passwordShort: {
    ja: 'パスワードは 12 文字以上 128 文字以内にしてください。',
    en: 'The password needs 12 to 128 characters.',
  },
  gone: {
    ja: 'この招待リンクは使用済みか、期限が切れています。招待した方に、もう一度送るよう依頼してください。',
    en: 'This invitation was used already or has expired. Please ask for a new one.',
  },
} satisfies Catalogue;

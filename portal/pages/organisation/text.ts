import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const organisationKindText: Readonly<Record<OrganisationRow['kind'], Text>> = {
  municipality: { ja: '市区町村', en: 'Municipality' },
  prefecture: { ja: '都道府県', en: 'Prefecture' },
  centre: { ja: 'センター', en: 'Centre' },
};

export const organisationText = {
  title: { ja: '団体', en: 'Organisations' },
  add: { ja: '団体を登録', en: 'Add an organisation' },
  name: { ja: '団体名', en: 'Name' },
  nameSupport: { ja: '例：見本市', en: 'Such as: Mihon City' },
  code: { ja: '全国地方公共団体コード', en: 'Municipality code' },
  codeSupport: {
    ja: '検査数字を含む 6 桁（例：011002）',
    en: 'Six digits with the check digit, such as 011002',
  },
  kind: { ja: '区分', en: 'Kind' },
  save: { ja: '登録する', en: 'Add' },
  nameMissing: {
    ja: '団体名を 100 文字以内で入力してください。',
    en: 'Please enter a name of up to 100 characters.',
  },
  kindMissing: { ja: '区分を選んでください。', en: 'Please choose the kind.' },
  codeWrong: {
    ja: '正しい団体コードではありません。検査数字（6 桁目）まで確認して入力してください。',
    en: 'This is no municipality code. Please check all six digits; the last is the check digit.',
  },
  codeTaken: { ja: 'この団体コードはすでに登録されています。', en: 'This code is registered already.' },
  members: { ja: '利用者', en: 'People' },
  noMembers: { ja: '利用者はまだいません。招待してください。', en: 'Nobody yet. Please send an invitation.' },
  role: { ja: '役割', en: 'Role' },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  invite: { ja: '招待する', en: 'Invite' },
  inviteTitle: { ja: '利用者を招待', en: 'Invite somebody' },
  personName: { ja: 'お名前', en: 'Name' },
  emailWrong: {
    ja: 'メールアドレスを「name@example.lg.jp」のように入力してください。',
    en: 'Please enter an e-mail address such as name@example.lg.jp.',
  },
  roleMissing: { ja: '役割を選んでください。', en: 'Please choose a role.' },
  invited: (email: string) => ({
    ja: `${email} に招待メールを送りました。届かない場合は、次のリンクを安全な方法で本人に伝えてください。7 日間、1 回だけ使えます。`,
    en: `An invitation was mailed to ${email}. If it does not arrive, pass this link on safely. It works once, within seven days.`,
  }),
} satisfies Catalogue;

import type { Catalogue } from '../../layout/catalogue.ts';

export const signInText = {
  title: { ja: 'サインイン', en: 'Sign in' },
  intro: {
    ja: '団体の公開サーバーを外部から診断し、直し方までお知らせするサービスです。予約 → 診断 → 報告書 → 対策と再診断、を何度でも行えます。',
    en: 'This service looks at your public servers from outside and tells you how to fix what it finds: book, be diagnosed, read the report, fix and measure again, as often as you like.',
  },
  email: { ja: 'メールアドレス', en: 'E-mail address' },
  password: { ja: 'パスワード', en: 'Password' },
  next: { ja: '次へ', en: 'Next' },
  wrong: {
    ja: 'メールアドレスまたはパスワードが違います。入力し直してください。',
    en: 'The e-mail address or the password is wrong. Please try again.',
  },
  blocked: {
    ja: '間違いが続いたため、この場所からのサインインを 15 分間止めています。時間をおいてお試しください。',
    en: 'After several wrong attempts, signing in from here is paused for 15 minutes. Please try again later.',
  },
  noAccount: {
    ja: 'アカウントは、センターまたは団体の管理者からの招待メールで作成します。',
    en: 'Accounts are made from an invitation mail by the centre or your organisation.',
  },
  codeTitle: { ja: '確認コードの入力', en: 'Enter your code' },
  code: { ja: '確認コード', en: 'Code' },
  codeSupport: {
    ja: '認証アプリに表示されている 6 桁の数字を入力してください。スマートフォンがない場合は、控えてある予備コードを使えます。',
    en: 'The six digits that your authenticator app shows. Without your phone, use one of your backup codes.',
  },
  codeWrong: {
    ja: 'コードが違うか、期限が切れています。アプリに表示されている新しいコードを入力してください。',
    en: 'The code is wrong or has expired. Please enter the one that the app shows now.',
  },
  codeExpired: {
    ja: '時間が経過したため、もう一度メールアドレスとパスワードから始めてください。',
    en: 'Too much time has passed. Please start again with your e-mail address and password.',
  },
  signIn: { ja: 'サインイン', en: 'Sign in' },
} satisfies Catalogue;

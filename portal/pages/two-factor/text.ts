import type { Catalogue } from '../../layout/catalogue.ts';

export const twoFactorText = {
  title: { ja: '二段階認証の設定', en: 'Set up your second factor' },
  why: {
    ja: '診断結果は慎重に扱うべき情報です。パスワードに加えて、スマートフォンなどの認証アプリに表示されるコードが必要です。設定が終わるまで、ほかの画面は開けません。',
    en: 'Diagnoses are sensitive. Besides the password, a code from an authenticator app is needed. Nothing else opens before this is done.',
  },
  scan: {
    ja: '認証アプリ（TOTP に対応したもの）で、この QR コードを読み取ってください。',
    en: 'Scan this QR code with an authenticator app (any that knows TOTP).',
  },
  qr: { ja: '認証アプリに登録するための QR コード', en: 'QR code for the authenticator app' },
  type: {
    ja: '読み取れない場合は、次の文字列を手で入力してください。',
    en: 'If you cannot scan it, type this secret instead.',
  },
  backup: {
    ja: '予備コードを控えて、安全な場所に保管してください。スマートフォンをなくしたとき、1 つにつき 1 回だけ使えます。この画面でしか表示されません。',
    en: 'Write down these backup codes and keep them safe. Each works once if you lose your phone. They are shown only here.',
  },
  backupTitle: { ja: '予備コード', en: 'Backup codes' },
  confirmTitle: { ja: '確認', en: 'Confirm' },
  code: { ja: 'アプリに表示された 6 桁のコード', en: 'The six digits that the app shows' },
  done: { ja: '設定を完了する', en: 'Finish' },
  restart: {
    ja: '設定を始めるには、もう一度サインインしてください。',
    en: 'Please sign in again to start the set-up.',
  },
} satisfies Catalogue;

import type { Catalogue } from './catalogue.ts';

export const layoutText = {
  service: { ja: '遠隔診断', en: 'Enkaku remote diagnosis' },
  skip: { ja: '本文へ移動', en: 'Skip to the content' },
  mainNavigation: { ja: '主なページ', en: 'Main pages' },
  home: { ja: 'ホーム', en: 'Home' },
  assets: { ja: '診断対象', en: 'Assets' },
  reservations: { ja: '予約と報告書', en: 'Reservations and reports' },
  approvals: { ja: '所有確認の審査', en: 'Approvals' },
  organisations: { ja: '団体', en: 'Organisations' },
  stops: { ja: '緊急停止', en: 'Emergency stops' },
  nodes: { ja: '診断装置', en: 'Scanner nodes' },
  mailbox: { ja: '送信メール', en: 'Mailbox' },
  signIn: { ja: 'サインイン', en: 'Sign in' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  otherLanguage: { ja: 'English', en: '日本語' },
  organisation: { ja: '団体', en: 'Organisation' },
  switchTo: { ja: '切り替える', en: 'Switch' },
  required: { ja: '必須', en: 'Required' },
  optional: { ja: '任意', en: 'Optional' },
  error: { ja: 'エラー', en: 'Error' },
  errorSummary: {
    ja: '入力内容に直していただきたい箇所があります',
    en: 'Some entries need to be corrected',
  },
  running: (name: string) => ({
    ja: `${name}の診断が進行中です。`,
    en: `A diagnosis of ${name} is under way.`,
  }),
  watch: { ja: '進み具合を見る', en: 'Watch its progress' },
  stop: { ja: '緊急停止', en: 'Emergency stop' },
  lab: {
    ja: '検証環境：特殊用途のアドレスだけを診断できます',
    en: 'Lab: only special-purpose addresses can be diagnosed',
  },
  whoScans: { ja: 'この診断について（送信元アドレス）', en: 'About these diagnoses (source addresses)' },
  back: { ja: '戻る', en: 'Back' },
} satisfies Catalogue;

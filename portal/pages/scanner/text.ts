import type { Catalogue } from '../../layout/catalogue.ts';

export const scannerText = {
  title: { ja: 'この診断について', en: 'About these diagnoses' },
  what: {
    ja: '遠隔診断は、地方公共団体が自ら予約した公開サーバーとネットワーク機器を、インターネット側から観察して診断するサービスです。アクセスログに見慣れない通信があった場合は、このページの情報と照らし合わせてください。',
    en: 'This service looks from the Internet at public servers and network gear that local governments have booked themselves. If you found unfamiliar requests in your logs, compare them with this page.',
  },
  sources: { ja: '送信元アドレス', en: 'Source addresses' },
  noSources: {
    ja: 'まだ公開されていません。センターにお問い合わせください。',
    en: 'Not published yet. Please ask the centre.',
  },
  mark: { ja: '通信の見分け方', en: 'How to recognise us' },
  agent: (agent: string) => ({
    ja: `Web への要求は User-Agent に「${agent}」と名乗ります。`,
    en: `Web requests name themselves in the User-Agent: “${agent}”.`,
  }),
  how: { ja: '行うこと・行わないこと', en: 'What we do and do not do' },
  does: {
    ja: '所有確認が済んだ対象にだけ、予約された時間の中でだけ通信します。Web への要求は、何も書き換えない GET、HEAD、OPTIONS、TRACE だけで、ログインの試行、攻撃、書き換えは行いません。',
    en: 'We only talk to assets whose ownership was proven, only within the booked time. Web requests are GET, HEAD, OPTIONS and TRACE, which change nothing; there is no login attempt, no exploit and no write.',
  },
  contact: { ja: '連絡先', en: 'Contact' },
  noContact: {
    ja: 'このサービスを運営するセンターにご連絡ください。',
    en: 'Please contact the centre that runs this service.',
  },
} satisfies Catalogue;

import type { Catalogue } from '../../layout/catalogue.ts';

export const problemText = {
  400: { ja: '送られた内容を読み取れませんでした', en: 'What was sent could not be read' },
  403: { ja: '受け付けられませんでした', en: 'This was refused' },
  404: { ja: 'ページが見つかりません', en: 'Page not found' },
  409: { ja: 'いまは行えません', en: 'This is not possible now' },
  413: { ja: '送られた内容が大きすぎます', en: 'Too large' },
  500: { ja: '処理を完了できませんでした', en: 'Something went wrong here' },
  internal: {
    ja: 'お手数をおかけします。時間をおいてもう一度お試しください。続く場合は、次の番号を添えてセンターへご連絡ください。',
    en: 'We are sorry. Please try again later. If it keeps happening, tell the centre this number.',
  },
  reference: { ja: '照会番号', en: 'Reference' },
  home: { ja: 'ホームへ', en: 'Go to the home page' },
} satisfies Catalogue;

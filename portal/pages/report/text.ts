import type { Catalogue } from '../../layout/catalogue.ts';

export const reportText = {
  downloads: { ja: 'ダウンロード', en: 'Downloads' },
  superseded: {
    ja: 'この報告書には、新しい知識で判定し直した版があります。',
    en: 'This report was judged again with newer knowledge.',
  },
  openNewer: { ja: '新しい版を開く', en: 'Open the newer one' },
  contents: { ja: 'この報告書の内容', en: 'In this report' },
  toFinding: (number: number) => ({ ja: `検出事項 ${number}`, en: `Finding ${number}` }),
  otherProducts: { ja: 'ほかの製品の場合', en: 'For other products' },
  copy: { ja: 'コピー', en: 'Copy' },
  countOf: (count: number) => ({ ja: `${count} 件`, en: String(count) }),
  verifiedAnd: (verified: number, inferred: number) => ({
    ja: `確認済み ${verified} 件・要確認 ${inferred} 件`,
    en: `${verified} verified, ${inferred} inferred`,
  }),
  forward: {
    ja: '委託先へ伝えるときは、この検出事項の内容をそのままお送りください。',
    en: 'This text can be forwarded to your contractor as it is.',
  },
  reservation: { ja: 'この診断の予約', en: 'The reservation' },
  retest: { ja: '対策が済んだら再診断を予約', en: 'Book a retest when it is fixed' },
} satisfies Catalogue;

import type { Catalogue } from '../../layout/catalogue.ts';

export const homeText = {
  title: { ja: 'ホーム', en: 'Home' },
  greeting: (name: string) => ({ ja: `${name}の遠隔診断`, en: `Remote diagnosis of ${name}` }),
  nowhere: {
    ja: 'どの団体にも属していません。センターまたは団体の管理者に、招待を依頼してください。',
    en: 'You belong to no organisation. Please ask for an invitation.',
  },
  nextTitle: { ja: '次にすること', en: 'What to do next' },
  addAssets: {
    ja: '診断対象（公開しているサーバーのアドレスや名前）を追加してください。',
    en: 'Add your assets: the addresses and names of your public servers.',
  },
  prove: (count: number) => ({
    ja: `所有確認が済んでいない診断対象が ${count} 件あります。確認すると予約できるようになります。`,
    en: `${count} of your assets are not proven yet. Once proven, they can be booked.`,
  }),
  book: {
    ja: '診断対象の準備ができています。診断を予約してください。',
    en: 'Your assets are ready. Book a diagnosis.',
  },
  wait: {
    ja: '予約した診断が終わると、ここに結果が表示されます。',
    en: 'The result will be shown here when the diagnosis has ended.',
  },
  fix: {
    ja: '報告書の「対応」を上から順に進めてください。済んだら再診断で確かめられます。',
    en: 'Work through the actions of the report from the top, then measure again.',
  },
  addAssetsDo: { ja: '診断対象を追加', en: 'Add an asset' },
  proveDo: { ja: '所有確認を進める', en: 'Go on to the proofs' },
  bookDo: { ja: '診断を予約', en: 'Book a diagnosis' },
  waitDo: { ja: '予約を見る', en: 'See the reservation' },
  fixDo: { ja: '報告書を開く', en: 'Open the report' },
  nextReservation: { ja: '次の予約', en: 'Next reservation' },
  noReservation: { ja: '予約はありません。', en: 'Nothing is booked.' },
  latest: { ja: '最新の総合評価', en: 'Latest grade' },
  noReport: { ja: '報告書はまだありません。', en: 'There is no report yet.' },
  assetCount: { ja: '診断対象', en: 'Assets' },
  provenOf: (proven: number, all: number) => ({
    ja: `${all} 件中 ${proven} 件が所有確認済み`,
    en: `${proven} of ${all} proven`,
  }),
  recent: { ja: '最近の診断', en: 'Recent diagnoses' },
  centreTitle: { ja: 'センターの業務', en: 'Work of the centre' },
  approvals: (count: number) => ({
    ja: `審査を待っている所有確認：${count} 件`,
    en: `Approvals waiting: ${count}`,
  }),
  runningNow: (count: number) => ({ ja: `進行中の診断：${count} 件`, en: `Diagnoses under way: ${count}` }),
  organisationsDo: { ja: '団体の登録と招待', en: 'Organisations and invitations' },
  approvalsDo: { ja: '審査へ', en: 'Go to the approvals' },
} satisfies Catalogue;

import type { Catalogue } from '../../layout/catalogue.ts';

export const approvalText = {
  title: { ja: '所有確認の審査', en: 'Approvals' },
  empty: { ja: '審査を待っている依頼はありません。', en: 'No request is waiting.' },
  organisation: { ja: '団体', en: 'Organisation' },
  asset: { ja: '診断対象', en: 'Asset' },
  requested: { ja: '依頼日時', en: 'Requested' },
  requestedBy: { ja: '依頼者', en: 'Requested by' },
  explanation: { ja: '団体の説明', en: 'Their explanation' },
  attachment: { ja: '添付書類', en: 'Document' },
  decide: { ja: '審査結果', en: 'Decision' },
  reason: { ja: '判断の理由', en: 'Reason' },
  reasonSupport: {
    ja: '承認・不承認のどちらでも記録に残ります。不承認の場合は団体にも表示されます。',
    en: 'Recorded either way; shown to the organisation where it is refused.',
  },
  approve: { ja: '承認する', en: 'Approve' },
  refuse: { ja: '承認しない', en: 'Refuse' },
  reasonMissing: { ja: '判断の理由を入力してください。', en: 'Please give the reason.' },
  done: { ja: 'この依頼はすでに審査が終わっています。', en: 'This request has been decided already.' },
} satisfies Catalogue;

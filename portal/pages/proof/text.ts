import type { Catalogue } from '../../layout/catalogue.ts';

export const proofText = {
  title: { ja: '所有確認', en: 'Proof' },
  provenLead: {
    ja: 'この診断対象は所有確認が済んでおり、予約できます。',
    en: 'This asset is proven and can be booked.',
  },
  openLead: {
    ja: '診断は、団体が管理していると確認できた対象にだけ行います。次のいずれかの方法で確認してください。',
    en: 'Only what is shown to be yours is ever diagnosed. Please choose one of these ways to show it.',
  },
  until: { ja: '有効期限', en: 'Valid until' },
  method: { ja: '確認方法', en: 'Way of proof' },
  addresses: { ja: '診断先のアドレス', en: 'Addresses that will be diagnosed' },
  evidence: { ja: '確認した内容', en: 'What was seen' },
  book: { ja: '予約へ進む', en: 'Go on to book' },
  txtTitle: { ja: 'DNS の TXT レコードで確認する', en: 'By a DNS TXT record' },
  txtSteps: {
    ja: 'DNS を管理している方（または委託先）に、次のレコードの登録を依頼してください。',
    en: 'Ask whoever runs your DNS to publish this record.',
  },
  fileTitle: { ja: 'Web サーバー上のファイルで確認する', en: 'By a file on the web server' },
  fileSteps: {
    ja: 'Web サーバーに、次の場所と内容のファイルを置いてください。',
    en: 'Put a file with this content at this place on the web server.',
  },
  recordName: { ja: 'レコード名', en: 'Record name' },
  recordType: { ja: '種類', en: 'Type' },
  recordValue: { ja: '値', en: 'Value' },
  fileAddress: { ja: 'ファイルの場所', en: 'Place of the file' },
  fileContent: { ja: 'ファイルの内容', en: 'Content of the file' },
  checkNow: { ja: 'いま確認する', en: 'Check now' },
  approvalTitle: { ja: 'センターの審査で確認する', en: 'By approval of the centre' },
  approvalSteps: {
    ja: '技術的な確認ができない場合は、管理していることが分かる書類（契約書の写し、割当通知など）を添えて、センターに審査を依頼できます。',
    en: 'Where neither is possible, send a document that shows the asset is yours (a contract, an assignment notice) and the centre will decide.',
  },
  explanation: { ja: '説明', en: 'Explanation' },
  explanationSupport: {
    ja: '例：○○社と契約しているデータセンターの固定アドレスです。',
    en: 'Such as: the fixed address from our contract with a data centre.',
  },
  attachment: { ja: '書類（PDF・PNG・JPEG、5 MB まで）', en: 'Document (PDF, PNG or JPEG, up to 5 MB)' },
  request: { ja: '審査を依頼する', en: 'Ask for approval' },
  waiting: {
    ja: 'センターで審査中です。結果が出ると、この画面に表示されます。',
    en: 'The centre is looking at your request. The result will stand here.',
  },
  lastTry: { ja: '前回の結果', en: 'The last try' },
  refused: (reason: string) => ({
    ja: `センターの審査では認められませんでした。理由：${reason}`,
    en: `The centre did not approve it. Reason: ${reason}`,
  }),
  explanationMissing: { ja: '説明を入力してください。', en: 'Please explain.' },
  explanationLong: { ja: '説明は 1,000 文字以内にしてください。', en: 'Up to 1,000 characters, please.' },
  attachmentMissing: { ja: '書類を添付してください。', en: 'Please attach a document.' },
  attachmentKind: {
    ja: '添付できるのは PDF、PNG、JPEG の書類だけです。',
    en: 'Only PDF, PNG and JPEG documents can be attached.',
  },
  attachmentLarge: { ja: '書類は 5 MB までです。', en: 'The document may have up to 5 MB.' },
} satisfies Catalogue;

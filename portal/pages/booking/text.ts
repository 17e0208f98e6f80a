import type { Catalogue } from '../../layout/catalogue.ts';

export const bookingText = {
  title: { ja: '診断の予約', en: 'Book a diagnosis' },
  lead: {
    ja: '診断する対象と日時を指定してください。診断は指定した時間の中でだけ行われ、いつでも緊急停止できます。',
    en: 'Choose what is diagnosed and when. Nothing happens outside that time, and you can stop it at any moment.',
  },
  assets: { ja: '診断対象', en: 'Assets' },
  noAssets: {
    ja: '診断対象がまだありません。先に診断対象を追加し、所有確認を済ませてください。',
    en: 'There are no assets yet. Please add them and prove them first.',
  },
  addAsset: { ja: '診断対象を追加', en: 'Add an asset' },
  notProven: { ja: '所有確認が済んでいないため選べません。', en: 'Cannot be chosen: not proven yet.' },
  expired: {
    ja: '所有確認の期限が切れているため選べません。',
    en: 'Cannot be chosen: its proof has expired.',
  },
  pending: {
    ja: 'センターの審査が終わるまで選べません。',
    en: 'Cannot be chosen until the centre has decided.',
  },
  prove: { ja: '所有確認へ', en: 'Prove it' },
  start: { ja: '開始日時', en: 'Start' },
  end: { ja: '終了日時', en: 'End' },
  zoneSupport: {
    ja: '日本時間。年は西暦（2026）でも和暦（令和8、R8）でも入力できます。時刻は 24 時間表記です。',
    en: 'Japanese time (JST), 24-hour clock.',
  },
  endSupport: {
    ja: '開始から 7 日以内。年月日を空けると開始と同じ日になります。',
    en: 'Within seven days. Leave the date empty for the same day.',
  },
  year: { ja: '年', en: 'Year' },
  month: { ja: '月', en: 'Month' },
  day: { ja: '日', en: 'Day' },
  time: { ja: '時刻', en: 'Time' },
  startNow: { ja: 'すぐに開始する（開始日時の入力は不要です）', en: 'Start right away (no start needed)' },
  ports: { ja: '調べるポート', en: 'Ports' },
  portsDefault: {
    ja: '標準（よく使われるポート。1 台あたり約 3 分）',
    en: 'Default (the usual ports, about 3 minutes a host)',
  },
  portsAll: { ja: 'すべて（1〜65535。1 台あたり約 20 分）', en: 'All (1 to 65535, about 20 minutes a host)' },
  portsList: { ja: '番号を指定する', en: 'These only' },
  portList: { ja: 'ポート番号', en: 'Port numbers' },
  portListSupport: {
    ja: '例：25,80,443,8000-8100',
    en: 'Such as 25,80,443,8000-8100',
  },
  optIns: { ja: '追加の検査', en: 'Additional tests' },
  optInsSupport: {
    ja: '通常の診断より踏み込む検査です。一つずつ同意したものだけを行います。迷う場合は、選ばずに予約してください。',
    en: 'These go further than a usual diagnosis. Only those you agree to, one by one, are carried out. When in doubt, choose none.',
  },
  contact: { ja: '担当者', en: 'Contact' },
  contactSupport: {
    ja: '診断中に連絡が取れる方です。予約の確認と結果のメールをお送りします。',
    en: 'Who can be reached during the diagnosis; receives the confirmation and the result.',
  },
  contactNew: { ja: '新しい担当者を登録する', en: 'Somebody new' },
  contactName: { ja: '担当者名', en: 'Name' },
  contactEmail: { ja: 'メールアドレス', en: 'E-mail address' },
  contactPhone: { ja: '電話番号', en: 'Phone' },
  contactPhoneSupport: {
    ja: '診断中につながる番号（例：03-1234-5678）',
    en: 'Reachable during the diagnosis',
  },
  consent: { ja: '診断実施の同意', en: 'Consent' },
  agree: { ja: '上の内容を確認し、同意します', en: 'I have read this and agree' },
  book: { ja: 'この内容で予約する', en: 'Book' },
  dateWrong: {
    ja: '日付として読めません。年・月・日を数字で入力してください（例：2026 年 11 月 21 日）。',
    en: 'This is no date. Please enter year, month and day as numbers.',
  },
  timeWrong: { ja: '時刻を「21:30」のように入力してください。', en: 'Please enter a time such as 21:30.' },
  assetForeign: {
    ja: '選ばれた診断対象が見つかりません。画面を開き直して、選び直してください。',
    en: 'An asset that was chosen no longer exists. Please open the page again.',
  },
  portListMissing: { ja: 'ポート番号を入力してください。', en: 'Please enter the port numbers.' },
  nextDayHint: {
    ja: '終了日時は開始日時より後にしてください。日をまたぐ場合は、終了の年月日も入力してください。',
    en: 'The end has to be later than the start. Where it is on another day, enter its date too.',
  },
  contactMissing: { ja: '担当者を選んでください。', en: 'Please choose the contact.' },
  contactNameMissing: {
    ja: '担当者名を 100 文字以内で入力してください。',
    en: 'Please enter a name of up to 100 characters.',
  },
  contactEmailWrong: {
    ja: '担当者のメールアドレスを「name@example.lg.jp」のように入力してください。',
    en: 'Please enter an e-mail address such as name@example.lg.jp.',
  },
  contactPhoneWrong: {
    ja: '電話番号を数字とハイフンで入力してください。',
    en: 'Please enter a phone number with digits and hyphens.',
  },
  consentMissing: {
    ja: '同意がないと診断を行えません。内容を確認し、チェックを入れてください。',
    en: 'Nothing is diagnosed without consent. Please read it and tick the box.',
  },
} satisfies Catalogue;

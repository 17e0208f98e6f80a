import type { AssetRow, ProofRow } from '@enkaku/shared/db/asset.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const kindText: Readonly<Record<AssetRow['kind'], Text>> = {
  address: { ja: 'IP アドレス', en: 'IP address' },
  range: { ja: 'アドレス範囲', en: 'Address range' },
  name: { ja: 'ホスト名', en: 'Host name' },
  domain: { ja: 'ドメイン', en: 'Domain' },
};

export const methodText: Readonly<Record<ProofRow['method'], Text>> = {
  'dns-txt': { ja: 'DNS の TXT レコード', en: 'DNS TXT record' },
  'well-known': { ja: 'Web サーバー上のファイル', en: 'File on the web server' },
  'centre-approval': { ja: 'センターによる審査', en: 'Approval by the centre' },
};

export const assetText = {
  title: { ja: '診断対象', en: 'Assets' },
  add: { ja: '診断対象を追加', en: 'Add an asset' },
  empty: {
    ja: '診断対象がまだありません。公開しているサーバーのアドレスやホスト名を追加してください。',
    en: 'There are no assets yet. Add the addresses or host names of your public servers.',
  },
  value: { ja: '対象', en: 'Asset' },
  kind: { ja: '種類', en: 'Kind' },
  label: { ja: '用途', en: 'Used for' },
  state: { ja: '所有確認', en: 'Proof' },
  proven: (until: string) => ({ ja: `確認済み（${until}まで）`, en: `Proven until ${until}` }),
  expired: { ja: '期限切れ', en: 'Expired' },
  pending: { ja: 'センターで審査中', en: 'Waiting for the centre' },
  unproven: { ja: '未確認', en: 'Not proven' },
  remove: { ja: 'この診断対象を削除', en: 'Remove this asset' },
  removeWhy: {
    ja: '削除すると新しい予約に選べなくなります。これまでの予約と報告書は残ります。',
    en: 'It can no longer be booked. Earlier reservations and reports stay.',
  },
  kindSupport: { ja: '追加するものの種類を選んでください。', en: 'Choose what you add.' },
  kindAddress: { ja: 'IP アドレス（例：203.0.113.10）', en: 'IP address (such as 203.0.113.10)' },
  kindRange: {
    ja: 'アドレス範囲（例：203.0.113.0/28、最大 256 個）',
    en: 'Address range (such as 203.0.113.0/28, up to 256)',
  },
  kindName: {
    ja: 'ホスト名（例：www.city.example.lg.jp）',
    en: 'Host name (such as www.city.example.lg.jp)',
  },
  kindDomain: {
    ja: 'ドメイン（メールと DNS の設定を診断。例：city.example.lg.jp）',
    en: 'Domain (its mail and DNS settings, such as city.example.lg.jp)',
  },
  valueLabel: { ja: 'アドレスまたは名前', en: 'Address or name' },
  labelLabel: { ja: '用途（メモ）', en: 'Used for (a note)' },
  labelSupport: { ja: '例：公式サイト、メールサーバー', en: 'Such as: public web site, mail server' },
  save: { ja: '追加して所有確認へ', en: 'Add and go on to its proof' },
  kindMissing: { ja: '種類を選んでください。', en: 'Please choose the kind.' },
  addressWrong: {
    ja: 'IP アドレスとして読めません。「203.0.113.10」や「2001:db8::10」のように入力してください。',
    en: 'This is no IP address. Please enter one such as 203.0.113.10 or 2001:db8::10.',
  },
  rangeWrong: {
    ja: '範囲として読めません。「203.0.113.0/28」のように、先頭のアドレスと長さを入力してください。',
    en: 'This is no range. Please enter its first address and length, such as 203.0.113.0/28.',
  },
  rangeLarge: {
    ja: '範囲は 256 個までです。分けて追加してください。',
    en: 'A range may have up to 256 addresses. Please add it in parts.',
  },
  nameWrong: {
    ja: '名前として読めません。「www.city.example.lg.jp」のように入力してください（http:// は不要です）。',
    en: 'This is no name. Please enter one such as www.city.example.lg.jp (without http://).',
  },
  already: { ja: 'この診断対象はすでに追加されています。', en: 'This asset has been added already.' },
  labelLong: { ja: '用途は 100 文字以内にしてください。', en: 'The note may have up to 100 characters.' },
} satisfies Catalogue;

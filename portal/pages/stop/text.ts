import type { StopScope } from '@enkaku/shared/db/stop.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const scopeText: Readonly<Record<StopScope['scope'], Text>> = {
  everything: { ja: 'すべての診断', en: 'Everything' },
  organisation: { ja: '1 つの団体', en: 'One organisation' },
  host: { ja: '1 つのアドレスまたはドメイン', en: 'One address or domain' },
};

export const stopText = {
  title: { ja: '緊急停止', en: 'Emergency stops' },
  lead: {
    ja: '診断の通信は 2 秒以内に終わります。停止は解除するまで続き、解除しても、止めた診断がひとりでに再開することはありません。',
    en: 'Traffic ends within two seconds. A stop stays in force until it is lifted, and what it ended does not restart by itself.',
  },
  inForce: { ja: '停止中', en: 'In force' },
  none: { ja: '停止の指示は出ていません。', en: 'No stop is in force.' },
  scope: { ja: '止める範囲', en: 'What is stopped' },
  organisation: { ja: '団体', en: 'Organisation' },
  host: { ja: 'アドレスまたはドメイン', en: 'Address or domain' },
  hostSupport: { ja: '例：203.0.113.10、town.example.jp', en: 'Such as 203.0.113.10 or town.example.jp' },
  reason: { ja: '理由', en: 'Reason' },
  reasonSupport: {
    ja: '誰から、どのような連絡があったかを書きます。記録に残ります。',
    en: 'Who called and what about. It is kept on record.',
  },
  place: { ja: '緊急停止する', en: 'Stop now' },
  placedAt: { ja: '停止した日時', en: 'Since' },
  placedBy: { ja: '停止した人', en: 'By' },
  lift: { ja: '解除', en: 'Lift' },
  reasonMissing: {
    ja: '理由を 500 文字以内で入力してください。',
    en: 'Please enter a reason of up to 500 characters.',
  },
  organisationMissing: { ja: '団体を選んでください。', en: 'Please choose the organisation.' },
  hostWrong: {
    ja: 'アドレスまたはドメイン名として読み取れません。',
    en: 'This is neither an address nor a domain name.',
  },
  alreadyLifted: { ja: 'この停止はすでに解除されています。', en: 'This stop has been lifted already.' },
} satisfies Catalogue;

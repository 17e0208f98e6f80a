import type { NodeRow } from '@enkaku/shared/db/node.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const nodeStateText: Readonly<Record<NodeRow['state'], Text>> = {
  active: { ja: '稼働中', en: 'Active' },
  draining: { ja: '新しい診断を受けない', en: 'Draining' },
  quarantined: { ja: '隔離中', en: 'Quarantined' },
  revoked: { ja: '失効', en: 'Revoked' },
};

export const nodeChangeText: Readonly<Record<NodeRow['state'], Text>> = {
  active: { ja: '稼働に戻す', en: 'Activate' },
  draining: { ja: '新しい診断を止める', en: 'Drain' },
  quarantined: { ja: '隔離する', en: 'Quarantine' },
  revoked: { ja: '失効させる', en: 'Revoke' },
};

export const nodeText = {
  title: { ja: '診断装置', en: 'Scanner nodes' },
  empty: { ja: '診断装置はまだ参加していません。', en: 'No scanner node has joined yet.' },
  name: { ja: '名前', en: 'Name' },
  state: { ja: '状態', en: 'State' },
  version: { ja: '版', en: 'Version' },
  site: { ja: '設置場所・回線', en: 'Site' },
  change: { ja: '変更', en: 'Change' },
  changeRefused: {
    ja: 'この診断装置の状態は、その間に変わりました。画面を開き直してください。',
    en: 'The state of this node has changed meanwhile. Please open the page again.',
  },
  lastSeen: { ja: '最後の連絡', en: 'Last seen' },
  clock: { ja: '時計のずれ', en: 'Clock offset' },
  join: { ja: '参加用の合言葉を発行', en: 'Make a join token' },
  joinWhy: {
    ja: '別の機械を診断装置として参加させるための、1 回だけ使える合言葉です。24 時間で無効になります。',
    en: 'A one-time token with which another machine joins as a scanner node. It expires in 24 hours.',
  },
  joinDone: {
    ja: '参加させる機械で、次のコマンドを実行してください。この画面を離れると、二度と表示されません。',
    en: 'Run this command on the machine that joins. It is shown only once.',
  },
} satisfies Catalogue;

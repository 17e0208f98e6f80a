import type { Text } from './text.ts';

/** Tests that go further than looking: each takes part only where its own consent was recorded. */
export const optInIds = [
  'heartbleed',
  'ssh-auth-methods',
  'smb-ms17-010',
  'ipmi-rakp',
  'industrial',
  'reputation',
] as const;
export type OptIn = (typeof optInIds)[number];

interface OptInText {
  readonly name: Text;
  /** What exactly is done, for the consent. */
  readonly what: Text;
}

export const optInTexts: Readonly<Record<OptIn, OptInText>> = {
  heartbleed: {
    name: { ja: 'Heartbleed の確認', en: 'Heartbleed' },
    what: {
      ja: 'TLS のハートビート要求を 1 回、実際より 16 バイト長く申告して送ります。弱点があれば最大 16 バイトのメモリが返りますが、内容は保存せずに捨てます。',
      en: 'One TLS heartbeat that claims to be 16 bytes longer than it is. A vulnerable server returns up to 16 bytes of memory, which are discarded unread.',
    },
  },
  'ssh-auth-methods': {
    name: { ja: 'SSH の認証方式の確認', en: 'SSH authentication methods' },
    what: {
      ja: '認証方式「none」を 1 回だけ申し出て、受け付ける方式の一覧を得ます。サーバーには認証の失敗が 1 回記録されます。',
      en: 'The method “none” is offered once to learn which methods are accepted. The server logs one failed authentication.',
    },
  },
  'smb-ms17-010': {
    name: { ja: 'Windows ファイル共有の弱点（MS17-010）の確認', en: 'SMB flaw MS17-010' },
    what: {
      ja: '匿名で IPC$ に接続し、応答の状態番号だけを見ます。ファイルには触れません。',
      en: 'An anonymous connection to IPC$ is made and only the status code of one answer is read. No file is touched.',
    },
  },
  'ipmi-rakp': {
    name: { ja: 'IPMI の認証情報の露出の確認', en: 'IPMI password hash disclosure' },
    what: {
      ja: '認証の途中（RAKP メッセージ 2）で機器が返す照合値の有無を見ます。照合値は保存せずに捨てます。',
      en: 'It is seen whether the device returns a password hash during authentication (RAKP message 2). The hash is discarded.',
    },
  },
  industrial: {
    name: { ja: '産業用制御機器の確認', en: 'Industrial control protocols' },
    what: {
      ja: 'Modbus、S7、BACnet などの機器に、機種名を尋ねる要求を 1 回だけ送ります。古い機器では停止のおそれがあるため、設備の担当者の了解が必要です。',
      en: 'Devices that speak Modbus, S7, BACnet and the like are asked once for their model. Old ones may halt, so whoever runs the plant has to agree.',
    },
  },
  reputation: {
    name: { ja: '迷惑メール発信元リストの確認', en: 'Mail reputation lists' },
    what: {
      ja: '外部の迷惑メール対策リスト（DNSBL）に、メールサーバーのアドレスが載っていないかを問い合わせます。アドレスが外部の運営者に伝わります。',
      en: 'Public block lists (DNSBL) are asked about the mail server’s address, and thereby learn it.',
    },
  },
};

/** Ids separated by commas, in their usual order; undefined where one is not known. */
export function parseOptIns(text: string): readonly OptIn[] | undefined {
  const wanted = new Set(text.split(',').map((id) => id.trim()));
  wanted.delete('');
  const known = optInIds.filter((id) => wanted.has(id));
  return known.length === wanted.size ? known : undefined;
}

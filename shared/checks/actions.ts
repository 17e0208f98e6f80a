import type { Text } from '../model/text.ts';

/** 対応: what one person does in one sitting. Findings of one host with the same action are closed together. */
export const actions = {
  'tls-settings': {
    ja: 'TLS の設定を安全な版と暗号方式だけにします',
    en: 'Allow only safe TLS versions and ciphers',
  },
  'certificate-renewal': {
    ja: 'サーバー証明書を正しいものに入れ替えます',
    en: 'Replace the server certificate with a correct one',
  },
  'https-everywhere': { ja: 'すべての通信を HTTPS にします', en: 'Serve everything over HTTPS' },
  'http-headers': {
    ja: 'Web サーバーの応答ヘッダーを設定します',
    en: 'Set the security headers of the web server',
  },
  'web-exposure': {
    ja: '公開してはいけないファイルや画面を閉じます',
    en: 'Close files and pages that must not be public',
  },
  'hide-versions': {
    ja: '版数などの内部情報を表示しないようにします',
    en: 'Stop disclosing versions and internals',
  },
  'security-contact': { ja: '脆弱性の連絡窓口を公開します', en: 'Publish a contact for security reports' },
  'mail-server': { ja: 'メールサーバーの受け付け設定を直します', en: 'Correct what the mail server accepts' },
  'mail-domain': {
    ja: 'なりすましメール対策の DNS レコードを設定します',
    en: 'Publish DNS records against forged mail',
  },
  'dns-server': { ja: 'DNS サーバーの応答範囲を制限します', en: 'Restrict what the DNS server answers' },
  'dns-zone': { ja: 'DNS ゾーンの内容を直します', en: 'Correct the contents of the DNS zone' },
  'ssh-settings': { ja: 'SSH の暗号方式を安全なものだけにします', en: 'Allow only safe SSH algorithms' },
  'vpn-settings': {
    ja: 'VPN の暗号方式と認証方式を安全なものだけにします',
    en: 'Allow only safe VPN algorithms and modes',
  },
  'close-service': {
    ja: 'インターネットに公開する必要のないサービスを閉じます',
    en: 'Close services that need not face the Internet',
  },
  'software-update': { ja: 'ソフトウェアを更新します', en: 'Update the software' },
} as const satisfies Record<string, Text>;

export type ActionId = keyof typeof actions;

import { closeFixes } from '../exposed/close-fixes.ts';

/** Control queries are for the server itself. */
export const ntpFixes = closeFixes(
  123,
  {
    ja: 'NTP の管理用の問い合わせ（mode 6 と mode 7）を拒否し、外部の時刻の問い合わせに答える必要がなければ UDP 123 番の受信を閉じます。',
    en: 'Refuse control queries (modes 6 and 7), and close inbound UDP 123 unless outsiders need the time.',
  },
  {
    debian: {
      ja: '/etc/ntpsec/ntp.conf（または /etc/ntp.conf）に次を書き、サービスを再起動します。chrony は既定で応答しません。',
      en: 'Put this into /etc/ntpsec/ntp.conf (or /etc/ntp.conf) and restart the service. chrony does not answer by default.',
      snippet:
        'restrict default kod limited nomodify noquery nopeer\nrestrict 127.0.0.1\nrestrict ::1\ndisable monitor',
    },
    'cisco-ios': {
      ja: '時刻を問い合わせる相手だけに応答します（192.0.2.0 を読み替えます）。',
      en: 'Answer only those who may ask (put your own in place of 192.0.2.0).',
      snippet: 'access-list 20 permit 192.0.2.0 0.0.0.255\nntp access-group serve-only 20',
    },
    juniper: {
      ja: 'ntp の問い合わせを内部だけに限るフィルターを lo0 に適用し、commit します。',
      en: 'Apply a filter to lo0 that admits NTP from inside alone, and commit.',
      snippet:
        'set firewall family inet filter PROTECT-RE term ntp from source-address 192.0.2.0/24\nset firewall family inet filter PROTECT-RE term ntp from protocol udp\nset firewall family inet filter PROTECT-RE term ntp from port ntp\nset firewall family inet filter PROTECT-RE term ntp then accept',
    },
  },
  'udp',
);

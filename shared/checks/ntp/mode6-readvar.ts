import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { answered } from './queries.ts';

export const ntpMode6Readvar = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'low',
  text: {
    safe: {
      ja: 'NTP は内部情報の問い合わせ（mode 6）に答えません',
      en: 'NTP does not answer control queries (mode 6)',
    },
    vulnerable: {
      ja: 'NTP が内部情報の問い合わせ（mode 6）に答えます',
      en: 'NTP answers control queries (mode 6)',
    },
    why: {
      ja: 'ソフトウェアの版数や OS が誰にでも分かり、偽の送信元を使った大量通信の踏み台にも使われます。',
      en: 'Anyone learns the version and operating system, and the answers serve to flood others under a forged sender.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
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
  ),
  references: [
    'https://www.cisa.gov/news-events/alerts/2014/01/13/ntp-amplification-attacks-using-cve-2013-5211',
    'https://www.jpcert.or.jp/at/2014/at140001.html',
  ],
  detect: ({ 'service-reply': replies }) => answered(replies, 'read-variables'),
});

import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';

export const uucp = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: { ja: 'UUCP は外部に公開されていません', en: 'UUCP cannot be reached from the Internet' },
    vulnerable: {
      ja: '古い転送の機能（UUCP）が外部に公開されています',
      en: 'An old transfer service (UUCP) can be reached from the Internet',
    },
    why: {
      ja: '電話回線の時代のファイル転送で、通信は暗号化されません。動いていること自体、長く手入れされていない印です。',
      en: 'It transferred files in the days of telephone lines, without encryption. That it runs at all shows a machine nobody has tended for long.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(540, {
    ja: 'UUCP を止め、TCP 540 番を閉じます。',
    en: 'Switch UUCP off and close TCP 540.',
  }),
  references: [
    'https://nvd.nist.gov/vuln/detail/CVE-1999-0612',
    'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml?search=540',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['uucp'], ports: [540] }),
});

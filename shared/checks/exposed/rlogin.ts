import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';
import { trustedHosts } from './why.ts';

export const rlogin = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: { ja: 'rlogin は外部に公開されていません', en: 'rlogin cannot be reached from the Internet' },
    vulnerable: {
      ja: '古い遠隔ログインの機能（rlogin）が外部に公開されています',
      en: 'The old rlogin service can be reached from the Internet',
    },
    why: trustedHosts,
  },
  action: 'close-service',
  fixes: closeFixes(
    513,
    {
      ja: 'rlogin を止め、SSH に替え、TCP 513 番を閉じます。',
      en: 'Switch rlogin off, use SSH instead, and close TCP 513.',
    },
    {
      debian: { ja: '削除します。', en: 'Remove it.', snippet: 'apt-get purge rsh-server rsh-redone-server' },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1282', 'https://nvd.nist.gov/vuln/detail/CVE-1999-0651'],
  detect: ({ ports }) => reachable(ports, { services: ['login'], ports: [513] }),
});

import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';
import { trustedHosts } from './why.ts';

export const rsh = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'high',
  text: {
    safe: { ja: 'rsh は外部に公開されていません', en: 'rsh cannot be reached from the Internet' },
    vulnerable: {
      ja: '古い遠隔実行の機能（rsh）が外部に公開されています',
      en: 'The old rsh service can be reached from the Internet',
    },
    why: trustedHosts,
  },
  action: 'close-service',
  fixes: closeFixes(
    514,
    {
      ja: 'rsh を止め、SSH に替え、TCP 514 番を閉じます。',
      en: 'Switch rsh off, use SSH instead, and close TCP 514.',
    },
    {
      debian: { ja: '削除します。', en: 'Remove it.', snippet: 'apt-get purge rsh-server rsh-redone-server' },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1282', 'https://nvd.nist.gov/vuln/detail/CVE-1999-0651'],
  detect: ({ ports }) => reachable(ports, { services: ['shell'], ports: [514] }),
});

import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';

export const rpcRpcbindExposed = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: {
      ja: 'RPC の一覧（rpcbind）は外部から見えません',
      en: 'The list of RPC services (rpcbind) cannot be seen from outside',
    },
    vulnerable: {
      ja: 'RPC の一覧（rpcbind）が外部から見えます',
      en: 'The list of RPC services (rpcbind) can be seen from outside',
    },
    why: {
      ja: 'サーバーの中で動く RPC のサービスとポート番号が誰にでも分かります。UDP では、他者への攻撃（DDoS）の増幅に使われます。',
      en: 'Anyone learns which RPC services run on which ports. Over UDP it amplifies attacks on others.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    111,
    {
      ja: 'rpcbind を止めるか、TCP と UDP の 111 番を外部に対して閉じます。',
      en: 'Stop rpcbind, or close TCP and UDP 111 to the outside.',
    },
    {
      debian: {
        ja: 'NFS を使っていなければ止めます。',
        en: 'Stop it where NFS is not used.',
        snippet: 'systemctl disable --now rpcbind.socket rpcbind',
      },
      rhel: {
        ja: 'NFS を使っていなければ止めます。',
        en: 'Stop it where NFS is not used.',
        snippet: 'systemctl disable --now rpcbind.socket rpcbind',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1833', 'https://www.jpcert.or.jp/at/2015/at150027.html'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'rpcbind', ({ access }, accuse) => (access === 'open' ? accuse() : safe)),
});

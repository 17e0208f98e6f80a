import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { reachable } from '../exposed/reachable.ts';

export const windowsMsrpcExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Windows の RPC は外部に公開されていません',
      en: 'Windows RPC cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Windows の RPC が外部に公開されています',
      en: 'Windows RPC can be reached from the Internet',
    },
    why: {
      ja: 'Windows の内部の部品どうしが話すための入口です。過去に Blaster などの自動感染型マルウェアが使い、新しい弱点が見つかるたびに狙われます。外部に公開する理由はありません。',
      en: 'It is a door for parts of Windows to talk to each other. Worms have used it, and every new flaw is tried there. There is no reason to leave it open.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(135, {
    ja: 'インターネット側のファイアウォールで TCP 135 番と 49152 番以上の動的ポートを閉じます。',
    en: 'Close TCP 135 and the dynamic ports from 49152 upward at the Internet firewall.',
  }),
  references: [
    'https://learn.microsoft.com/en-us/troubleshoot/windows-server/networking/configure-rpc-dynamic-port-allocation-with-firewalls',
  ],
  detect: ({ ports }) => reachable(ports, { services: ['msrpc', 'epmap'], ports: [135] }),
});

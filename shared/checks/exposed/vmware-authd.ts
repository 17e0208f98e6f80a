import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { answersAtAll } from './replies.ts';

export const exposedVmwareAuthd = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'VMware の認証サービスは外部に公開されていません',
      en: 'VMware’s authentication service cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'VMware の認証サービスが外部に公開されています',
      en: 'VMware’s authentication service can be reached from the Internet',
    },
    why: {
      ja: '仮想基盤（ESXi など）を操作するための入口です。パスワードを試されるほか、仮想基盤の弱点はランサムウェアが狙い、多くのサーバーが一度に止まります。',
      en: 'It is a door for operating virtual machines (ESXi and the like). Passwords are tried on it, and ransomware aims at such hosts, where many servers stop at once.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(902, {
    ja: '仮想基盤の管理の入口（TCP 902、443）は、管理用の回線か VPN からだけ届くようにします。',
    en: 'Let the doors for managing virtual machines (TCP 902, 443) be reached over a management line or VPN only.',
  }),
  references: ['https://www.jpcert.or.jp/at/2023/at230001.html', 'https://ports.broadcom.com/home/vSphere'],
  detect: ({ 'service-reply': replies }) => answersAtAll(replies, 'vmware-authd'),
});

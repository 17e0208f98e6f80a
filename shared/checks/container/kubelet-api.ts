import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedContainer } from '../exposed/why.ts';

export const kubeletApi = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'kubelet の操作口（API） は、利用者を確かめてから応じています',
      en: 'The API of the kubelet asks who one is',
    },
    vulnerable: {
      ja: 'kubelet の操作口（API） が、誰でも認証なしで使えます',
      en: 'The API of the kubelet can be used by anyone without authentication',
    },
    why: unguardedContainer,
  },
  action: 'close-service',
  fixes: closeFixes(10250, {
    ja: 'kubelet の設定で匿名の利用を止め（authentication.anonymous.enabled: false、readOnlyPort: 0）、10250 番と 10255 番を閉じます。',
    en: 'Forbid anonymous use in the kubelet’s configuration (authentication.anonymous.enabled: false, readOnlyPort: 0) and close ports 10250 and 10255.',
  }),
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/configz',
      open: /"kubeletconfig"\s*:/,
      protectedBy: /Unauthorized|Forbidden/,
    }),
});

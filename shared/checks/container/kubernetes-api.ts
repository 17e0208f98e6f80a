import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedContainer } from '../exposed/why.ts';

export const kubernetesApi = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Kubernetes の操作口（API サーバー） は、利用者を確かめてから応じています',
      en: 'The API server of Kubernetes asks who one is',
    },
    vulnerable: {
      ja: 'Kubernetes の操作口（API サーバー） が、誰でも認証なしで使えます',
      en: 'The API server of Kubernetes can be used by anyone without authentication',
    },
    why: unguardedContainer,
  },
  action: 'close-service',
  fixes: closeFixes(6443, {
    ja: 'API サーバーの匿名の利用者に与えた権限を外し（--anonymous-auth=false）、接続元を管理用の回線に限ります。',
    en: 'Take away what the anonymous user of the API server may do (--anonymous-auth=false), and limit its sources to the management network.',
  }),
  references: ['https://kubernetes.io/docs/concepts/security/controlling-access/'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, {
      path: '/api/v1/namespaces?limit=1',
      open: /"kind"\s*:\s*"NamespaceList"/,
      protectedBy: /"kind"\s*:\s*"Status"|Unauthorized|Forbidden/,
    }),
});

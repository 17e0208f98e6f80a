import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeInterface } from '../exposed/web-interfaces.ts';
import { unguardedContainer } from '../exposed/why.ts';

export const dockerApi = defineCheck({
  version: 1,
  needs: ['web-gear'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Docker の操作口（API） は、利用者を確かめてから応じています',
      en: 'The API of Docker asks who one is',
    },
    vulnerable: {
      ja: 'Docker の操作口（API） が、誰でも認証なしで使えます',
      en: 'The API of Docker can be used by anyone without authentication',
    },
    why: unguardedContainer,
  },
  action: 'close-service',
  fixes: closeFixes(
    2375,
    {
      ja: 'dockerd は TCP で待ち受けない設定に戻します（-H tcp:// を外し、unix ソケットだけにします）。遠隔で操作するときは SSH 経由（DOCKER_HOST=ssh://…）にします。',
      en: 'Let dockerd not listen on TCP (remove -H tcp://, leave the unix socket). Operate it from afar over SSH (DOCKER_HOST=ssh://…).',
    },
    {
      debian: {
        ja: '/etc/docker/daemon.json の hosts から tcp:// を外し、systemctl restart docker を実行します。',
        en: 'Remove tcp:// from hosts in /etc/docker/daemon.json and run systemctl restart docker.',
        snippet: '{ "hosts": ["unix:///var/run/docker.sock"] }',
      },
    },
  ),
  references: ['https://docs.docker.com/engine/security/protect-access/'],
  detect: ({ 'web-gear': web }) =>
    judgeInterface(web, { path: '/version', open: /"ApiVersion"\s*:\s*"[\d.]+"/ }),
});

import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { limitPathFixes } from './exposure-fixes.ts';
import { bodySigns, isServed } from './files.ts';
import { isHtml } from './pages.ts';

export const metrics = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'medium',
  text: {
    safe: {
      ja: '監視用の計測値（/metrics）は公開されていません',
      en: 'Measurements for monitoring (/metrics) are not public',
    },
    vulnerable: {
      ja: '監視用の計測値（/metrics）が公開されています',
      en: 'Measurements for monitoring (/metrics) are public',
    },
    why: {
      ja: 'サーバーの負荷、内部のサーバーの名前、使っているソフトウェアの版数などが外部から分かる状態です。攻撃の下調べや、攻撃がどれだけ効いたかの確認に使われます。',
      en: 'The load of the server, names of internal servers and versions of software can be read from outside. It helps to prepare an attack, and to see how well it works.',
    },
  },
  action: 'web-exposure',
  fixes: limitPathFixes({
    first: {
      ja: '監視サーバーのアドレスだけを許可します。',
      en: 'Allow only the address of the monitoring server.',
    },
    path: '/metrics',
  }),
  references: ['https://prometheus.io/docs/operating/security/'],
  // Prometheus text format: every family is introduced by these comments, and a sample of that name follows.
  detect: ({ 'web-files': files }) =>
    judgeExposure(files, ['metrics'], (response) =>
      isServed(response) && !isHtml(response)
        ? bodySigns(
            response,
            /^# HELP [a-zA-Z_:][\w:]{0,200} /m,
            /^# TYPE [a-zA-Z_:][\w:]{0,200} (?:counter|gauge|histogram|summary|untyped)\s*$/m,
            /^[a-zA-Z_:][\w:]{0,200}(?:\{[^\n]{0,1000}\})? [-+\d.eENaInf]{1,40}\s*$/m,
          )
        : undefined,
    ),
});

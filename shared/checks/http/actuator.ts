import { defineCheck } from '../check.ts';
import { judgeExposure } from './exposure.ts';
import { limitPathFixes } from './exposure-fixes.ts';
import { bodySigns, isServed } from './files.ts';
import { isHtml } from './pages.ts';

export const actuator = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Spring Boot の管理機能（Actuator）は公開されていません',
      en: 'The management functions of Spring Boot (Actuator) are not public',
    },
    vulnerable: {
      ja: 'Spring Boot の管理機能（Actuator）が公開されています',
      en: 'The management functions of Spring Boot (Actuator) are public',
    },
    why: {
      ja: 'アプリケーションの内部の状態が外部から分かる状態です。公開されている機能によっては、パスワードやメモリーの中身（利用者の情報を含みます）まで取り出されます。',
      en: 'Outsiders can see the inside of the application. Depending on what is offered there, passwords and the contents of its memory, users’ data included, can be taken.',
    },
  },
  action: 'web-exposure',
  fixes: limitPathFixes({
    first: {
      ja: 'application.properties で management.endpoints.web.exposure.include=health とし、管理用のポートを分けます（management.server.port）。',
      en: 'Set management.endpoints.web.exposure.include=health in application.properties, and give management a port of its own (management.server.port).',
    },
    path: '/actuator',
  }),
  references: ['https://docs.spring.io/spring-boot/reference/actuator/endpoints.html'],
  detect: ({ 'web-files': files }) =>
    judgeExposure(files, ['actuator'], (response) =>
      isServed(response) && !isHtml(response)
        ? bodySigns(
            response,
            /^\s*\{\s*"_links"\s*:\s*\{/,
            /"self"\s*:\s*\{\s*"href"/,
            /"[\w-]{1,40}"\s*:\s*\{\s*"href"\s*:\s*"[^"]{1,300}\/actuator\/[\w{}*-]+/,
          )
        : undefined,
    ),
});

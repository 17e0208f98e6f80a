import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { reachable } from './reachable.ts';

export const finger = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'medium',
  text: {
    safe: { ja: 'finger は外部に公開されていません', en: 'finger cannot be reached from the Internet' },
    vulnerable: {
      ja: '利用者の一覧を返す機能（finger）が外部に公開されています',
      en: 'The service that lists users (finger) can be reached from the Internet',
    },
    why: {
      ja: '利用者名、氏名、最後に使った時刻が誰にでも分かり、パスワードの試行や標的型メールに使われます。',
      en: 'User names, names and last logins are told to anyone, and serve for guessing passwords and forged mails.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    79,
    { ja: 'finger を止め、TCP 79 番を閉じます。', en: 'Switch finger off and close TCP 79.' },
    {
      'cisco-ios': {
        ja: '設定モードで次を実行します。',
        en: 'Run this in configuration mode.',
        snippet: 'no ip finger\nno service finger',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc1288#section-3'],
  detect: ({ ports }) => reachable(ports, { services: ['finger'], ports: [79] }),
});

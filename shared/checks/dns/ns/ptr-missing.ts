import { defineCheck } from '../../check.ts';
import { rfc1912 } from '../references.ts';
import { recordsIn } from '../zone-data.ts';
import { judgePointers, pointerFixes, pointingBack } from './pointers.ts';

export const nsPtrMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: pointingBack,
    vulnerable: {
      ja: 'DNS サーバーのアドレスに逆引きの名前がありません',
      en: 'The address of a name server has no reverse name',
    },
    why: {
      ja: '逆引きがないと、障害や不正の調査のときに誰のサーバーか分かりにくくなります。名前解決そのものには影響しません。',
      en: 'Without a reverse name it is hard to tell whose server it is when a fault or an abuse is looked into. Look-ups themselves are not affected.',
    },
  },
  action: 'dns-zone',
  fixes: pointerFixes,
  references: [rfc1912],
  detect: ({ 'dns-answers': evidence }) =>
    judgePointers(evidence, (pointer) => recordsIn(pointer, 'answers', 'PTR').length === 0),
});

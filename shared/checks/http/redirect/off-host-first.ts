import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { httpsFixes } from '../https-fixes.ts';
import { badHeader } from '../missing-header.ts';
import { answersTo, headers, judgeAnswered, leadsTo } from '../pages.ts';
import { mozillaWeb } from '../references.ts';

export const redirectOffHostFirst = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'http:// への接続は同じ名前の https:// へ転送されます',
      en: 'Visitors to http:// are sent to https:// under the same name',
    },
    vulnerable: {
      ja: 'http:// への接続が、初めに別の名前へ転送されます',
      en: 'Visitors to http:// are sent to another name first',
    },
    why: {
      ja: '初めに開いた名前の HTTPS を通らないため、その名前の HSTS がブラウザーに届きません。この名前で来る住民は毎回暗号化されない接続から始まり、途中に入り込んだ第三者に偽のページへ誘導されるおそれがあります。',
      en: 'The name that was typed is never visited over HTTPS, so its HSTS never reaches the browser. Whoever comes by it begins without encryption every time, and someone in between may lead them to a forged page.',
    },
  },
  action: 'https-everywhere',
  fixes: httpsFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-11.4.2', mozillaWeb],
  detect: ({ 'http-response': web }) => {
    const { name } = web.endpoint;
    if (web.data.scheme !== 'http' || name === null) return notApplicable;
    return judgeAnswered(web, () => {
      const chain = answersTo(web, 'root', 'redirected').map((answer) => ({ answer, to: leadsTo(answer) }));
      // As long as the browser stays on http:// under the name, it may still come to the right place.
      const leaving = chain.find(({ to }) => to?.protocol === 'https:' || (to && to.hostname !== name));
      if (leaving?.to === undefined) return notApplicable;
      if (leaving.to.hostname === name) return safe;
      const at = headers(leaving.answer.response, 'location')[0]?.at ?? 0;
      return badHeader(web, leaving.answer, at, {
        ja: `初めに ${leaving.to.hostname} へ転送されます。`,
        en: `It first leads to ${leaving.to.hostname}.`,
      });
    });
  },
});

import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { headerFixes } from '../header-fixes.ts';
import { badHeader } from '../missing-header.ts';
import { judgeHsts } from './judge.ts';

export const hstsPreloadInconsistent = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ブラウザーへの登録（preload）の希望は条件を満たしています',
      en: 'The wish to be on the browsers’ own list (preload) meets its terms',
    },
    vulnerable: {
      ja: 'ブラウザーへの登録（preload）の希望が条件を満たしていません',
      en: 'The wish to be on the browsers’ own list (preload) does not meet its terms',
    },
    why: {
      ja: 'HSTS に preload と書かれていますが、登録の条件（1 年以上、includeSubDomains）を満たしていないため、登録されません。登録したつもりでいると、守られていないことに気づけません。',
      en: 'HSTS says preload without the terms of the list: a year at least, and includeSubDomains. It will not be listed, and the protection that was meant is not there.',
    },
  },
  action: 'http-headers',
  fixes: headerFixes({
    name: 'Strict-Transport-Security',
    value: 'max-age=31536000; includeSubDomains; preload',
    first: {
      ja: '登録すると簡単には取り消せません。すべての下位の名前が HTTPS で開けることを確かめるか、preload を消します。',
      en: 'Once listed, there is no quick way back: make sure that all names below open over HTTPS, or remove preload.',
    },
    awsAttribute: 'routing.http.response.strict_transport_security.header_value',
  }),
  references: ['https://hstspreload.org/'],
  detect: ({ 'http-response': web }) =>
    judgeHsts(web, ({ hsts, page, at }) => {
      if (!hsts.preload) return notApplicable;
      if (hsts.maxAge >= listedSeconds && hsts.includeSubDomains) return safe;
      return badHeader(web, page, at, hsts.includeSubDomains ? tooShort : withoutSubDomains);
    }),
});

/** A year. */
const listedSeconds = 31_536_000;

const tooShort = { ja: '期間が 1 年より短くなっています。', en: 'It lasts less than a year.' };
const withoutSubDomains = {
  ja: 'includeSubDomains の指定がありません。',
  en: 'It says nothing of includeSubDomains.',
};

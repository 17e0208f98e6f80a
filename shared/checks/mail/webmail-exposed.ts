import type { Instant } from '../../model/instant.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { judgeLoginPage, type LoginPage } from '../http/admin-ui/login-page.ts';
import { limitPathFixes } from '../http/exposure-fixes.ts';
import { answersFor, type FilesEvidence, proofOf } from '../http/files.ts';
import { worstOf } from '../verdicts.ts';
import { exchangeBuildIn, supportEndOf } from './exchange-builds.ts';

export const webmailExposed = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'info',
  text: {
    safe: { ja: 'Web メールの入り口は見つかりませんでした', en: 'No entrance to web mail was found' },
    vulnerable: { ja: 'Web メールの入り口が公開されています', en: 'The entrance to web mail is public' },
    why: {
      ja: '職員のメールに、世界中の誰でもログインを試せます。パスワードが推測されたり、製品の弱点を突かれたりすると、住民とのやり取りが読まれ、職員になりすましたメールが送られます。',
      en: 'Anyone in the world can try to log in to staff mail. If a password is guessed, or a weakness of the product is used, letters with residents are read and mail is sent in the name of staff.',
    },
  },
  action: 'web-exposure',
  fixes: limitPathFixes({
    first: {
      ja: '最新の更新を適用し、二要素認証を必須にします。庁外から使わないのであれば、接続元を限ります。',
      en: 'Install the latest updates and require two-factor authentication. Where nobody uses it from outside, limit where it can be reached from.',
    },
    path: '/owa/',
  }),
  references: [
    'https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates',
    'https://learn.microsoft.com/lifecycle/products/',
  ],
  detect: ({ 'web-files': files }, at) =>
    worstOf([
      withBuild(files, judgeLoginPage(files, outlook), at),
      ...[roundcube, zimbra].map((page) => judgeLoginPage(files, page)),
    ]),
});

const outlook: LoginPage = {
  purposes: ['owa'],
  asset: /\/owa\/auth\/(?:\d{1,2}(?:\.\d{1,5}){2,3}|[\w.]{1,20})\/(?:themes|scripts)\//i,
  form: /action="[^"]{0,60}\/owa\/auth(?:\.owa|\/)/i,
  title: /<title>\s*(?:Outlook|Outlook Web App|Exchange)\s*<\/title>/i,
  header: ['x-owa-version', /^\d/],
};

const roundcube: LoginPage = {
  purposes: ['roundcube'],
  form: /id="rcmloginuser"|name="_user"/,
  asset: /(?:skins\/(?:elastic|larry|classic)|program\/js\/(?:app|common))[\w./-]{0,80}/,
  cookie: /^roundcube_sessid=/,
};

const zimbra: LoginPage = {
  purposes: ['zimbra'],
  title: /<title>\s*Zimbra (?:Web Client|Collaboration)[^<]{0,60}<\/title>/i,
  form: /name="loginOp"|id="zLoginForm"/,
  cookie: /^ZM_(?:TEST|LOGIN_CSRF)=/,
};

/** A page's path holds the build it was installed with: later security updates may not show, so it is a lower bound. */
function withBuild(files: FilesEvidence, verdict: Verdict, at: Instant): Verdict {
  if (verdict.verdict !== 'vulnerable') return verdict;
  for (const answer of answersFor(files, 'owa', 'root', 'redirected')) {
    const build = exchangeBuildIn(answer.response);
    if (build === undefined) continue;
    const { product, endsOn } = supportEndOf(build.version);
    const isOver = endsOn !== null && at.slice(0, 10) > endsOn;
    return {
      ...verdict,
      ...(isOver ? { severity: 'high', confidence: 'inferred' } : {}),
      proof: [proofOf(files, answer, build.sign), ...verdict.proof],
      detail: isOver
        ? {
            ja: `${product}（${build.version} 以降）で、サポートは ${endsOn} に終わりました。`,
            en: `${product} (${build.version} or later), whose support ended on ${endsOn}.`,
          }
        : { ja: `${product}（${build.version} 以降）です。`, en: `${product} (${build.version} or later).` },
    };
  }
  return verdict;
}

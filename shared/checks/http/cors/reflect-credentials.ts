import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { curl } from '../confirm.ts';
import { type Answer, type HttpEvidence, headers, judgeAsked, proofIn } from '../pages.ts';

const purposes = ['cors', 'cors-null'] as const;

export const corsReflectCredentials = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'high',
  text: {
    safe: {
      ja: 'ほかのサイトがログイン中の利用者の情報を読むことはできません（CORS）',
      en: 'Other sites cannot read what a signed-in person sees (CORS)',
    },
    vulnerable: {
      ja: 'どのサイトからも、ログイン中の利用者の情報を読めます（CORS）',
      en: 'Any site can read what a signed-in person sees (CORS)',
    },
    why: {
      ja: 'どのサイトからの問い合わせにも、ログイン状態を付けたまま答える設定です。ログイン中の住民や職員が悪意のあるページを開くと、その人だけに見えるはずの情報を読み取られます。',
      en: 'The server answers any other site with the visitor’s login. When a resident or member of staff who is signed in opens a malicious page, that page can read what only they should see.',
    },
  },
  action: 'http-headers',
  fixes: fixList(
    curl(`-o /dev/null -D - -H 'Origin: https://attacker.invalid'`),
    {
      ja: '問い合わせてきたサイトの名前（Origin）をそのまま返すのをやめ、許すサイトの名前を一覧にして、載っているものだけに Access-Control-Allow-Origin を返します。null は許しません。ログイン状態が要らないものは Access-Control-Allow-Credentials を消します。確認のコマンドの結果に attacker.invalid が現れなければ完了です。',
      en: 'Do not send back whatever Origin asked: keep a list of sites and answer only those with Access-Control-Allow-Origin, never null. Where no login is needed, remove Access-Control-Allow-Credentials. It is done when attacker.invalid does not appear in what the command prints.',
    },
    {
      nginx: {
        ja: '$http_origin をそのまま返している行を、次のような一覧に替えて再読み込みします。',
        en: 'Replace the line that sends back $http_origin with a list such as this and reload.',
        snippet:
          'map $http_origin $allowed_origin {\n    default "";\n    "https://ALLOWED_NAME" $http_origin;\n}\nadd_header Access-Control-Allow-Origin $allowed_origin;\nadd_header Vary Origin;',
      },
      apache: {
        ja: 'Origin をそのまま返している行を、次のような指定に替えて再読み込みします。',
        en: 'Replace the line that sends back Origin with this and reload.',
        snippet:
          'SetEnvIf Origin "^https://ALLOWED_NAME$" ALLOWED_ORIGIN=$0\nHeader set Access-Control-Allow-Origin "%{ALLOWED_ORIGIN}e" env=ALLOWED_ORIGIN\nHeader merge Vary Origin',
      },
      iis: {
        ja: 'IIS CORS モジュールを使い、許すサイトだけを web.config に書きます。',
        en: 'Use the IIS CORS module and name the allowed sites in web.config.',
        snippet:
          '<cors enabled="true" failUnlistedOrigins="true">\n  <add origin="https://ALLOWED_NAME" allowCredentials="true" />\n</cors>',
      },
      tomcat: {
        ja: 'web.xml の CorsFilter で cors.allowed.origins に許すサイトだけを書き、再起動します。',
        en: 'Name the allowed sites in cors.allowed.origins of the CorsFilter in web.xml and restart.',
        snippet:
          '<init-param>\n  <param-name>cors.allowed.origins</param-name>\n  <param-value>https://ALLOWED_NAME</param-value>\n</init-param>',
      },
    },
  ),
  references: [
    'https://fetch.spec.whatwg.org/#http-cors-protocol',
    'https://cwe.mitre.org/data/definitions/942.html',
  ],
  detect: ({ 'http-response': web }) => {
    const verdicts = purposes.map((purpose) =>
      judgeAsked(web, purpose, (answer) => judgeOrigin(web, answer)),
    );
    return worst(verdicts);
  },
});

/** Only the origin that asked, and only together with the login, gives anything away (Fetch §3.2.5). */
function judgeOrigin(
  web: HttpEvidence,
  answer: Answer & { readonly sent: readonly (readonly [string, string])[] },
): Verdict {
  const asked = answer.sent.find(([name]) => name === 'Origin')?.[1];
  const allowed = headers(answer.response, 'access-control-allow-origin');
  const credentials = headers(answer.response, 'access-control-allow-credentials');
  const [origin, login] = [allowed[0], credentials[0]];
  if (origin === undefined || asked === undefined) return safe;
  if (origin.value !== asked || login?.value !== 'true') return safe;
  return {
    verdict: 'vulnerable',
    confidence: answer.response.status < 300 ? 'verified' : 'inferred',
    proof: [proofIn(web, answer, ['headers', origin.at, 1]), proofIn(web, answer, ['headers', login.at, 1])],
    detail: {
      ja: `存在しないサイト（${asked}）からの問い合わせを、ログイン状態付きで許しました。`,
      en: `A site that does not exist (${asked}) was allowed, with the login.`,
    },
  };
}

/** A finding counts, then what could not be told. */
function worst(verdicts: readonly Verdict[]): Verdict {
  const found = (word: Verdict['verdict']) => verdicts.find(({ verdict }) => verdict === word);
  return found('vulnerable') ?? found('undetermined') ?? found('safe') ?? notApplicable;
}

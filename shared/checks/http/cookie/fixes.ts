import { type Advice, fixList } from '../../fixes.ts';
import { showHeaders } from '../confirm.ts';

interface Flag {
  readonly name: 'Secure' | 'HttpOnly';
  /** nginx, HAProxy, PHP and Tomcat spell it their own way. */
  readonly nginx: string;
  readonly php: string;
  readonly tomcat: string;
  readonly iis: string;
}

/** How a flag is put on the cookies of each product, in the application where possible. */
export function cookieFixes({ name, nginx, php, tomcat, iis }: Flag) {
  return fixList(
    `${showHeaders} | grep -i '^Set-Cookie:'`,
    {
      ja: `アプリケーションまたは前段の装置の設定で、Cookie に ${name} を付けます。委託先のアプリケーションであれば、委託先に依頼します。`,
      en: `Have the application, or the device in front of it, add ${name} to its cookies. Ask the contractor where the application is theirs.`,
      snippet: `Set-Cookie: SESSION=…; Path=/; Secure; HttpOnly; SameSite=Lax`,
    },
    {
      nginx: {
        ja: `アプリケーションで付けられない場合は、次の行を location に書いて再読み込みします（1.19.3 以降）。PHP では php.ini に ${php} と書きます。`,
        en: `Where the application cannot do it, put this line into the location and reload (1.19.3 or newer). With PHP, write ${php} in php.ini.`,
        snippet: `proxy_cookie_flags ~ ${nginx};`,
      },
      apache: {
        ja: `アプリケーションで付けられない場合は、mod_headers を有効にし、次の行を書いて再読み込みします。PHP では php.ini に ${php} と書きます。`,
        en: `Where the application cannot do it, enable mod_headers, write this line and reload. With PHP, write ${php} in php.ini.`,
        snippet: `Header edit Set-Cookie "(?i)^((?!.*;\\s*${name}).*)$" "$1; ${name}"`,
      },
      iis: {
        ja: 'web.config の system.web に次を書きます（ASP.NET）。',
        en: 'Put this into system.web of web.config (ASP.NET).',
        snippet: `<httpCookies ${iis}="true" />`,
      },
      tomcat: {
        ja: 'アプリケーションの web.xml に次を書き、再起動します。',
        en: 'Put this into web.xml of the application and restart.',
        snippet: `<session-config>\n  <cookie-config>\n    <${tomcat}>true</${tomcat}>\n  </cookie-config>\n</session-config>`,
      },
      haproxy: {
        ja: '次の行を backend に書き、再読み込みします。',
        en: 'Put this line into the backend and reload.',
        snippet: `http-response replace-header Set-Cookie '^((?!(?i:.*;\\s*${name})).*)$' '\\1; ${name}'`,
      },
      'f5-bigip': {
        ja: '次の iRule を作り、仮想サーバーに割り当てます。',
        en: 'Create this iRule and assign it to the virtual server.',
        snippet: `when HTTP_RESPONSE {\n  foreach cookie [HTTP::cookie names] {\n    HTTP::cookie ${name.toLowerCase()} $cookie enable\n  }\n}`,
      },
    },
  );
}

/** Where only the application, or who wrote it, can say what the attribute should be. */
export function attributeFixes({ ja, en }: Advice, snippet: string) {
  return fixList(
    `${showHeaders} | grep -i '^Set-Cookie:'`,
    {
      ja: `${ja}アプリケーションの設定で行います。委託先のアプリケーションであれば、委託先に依頼します。`,
      en: `${en} This is a setting of the application. Ask the contractor where it is theirs.`,
      snippet,
    },
    {
      iis: {
        ja: `${ja}web.config の system.web に次を書きます（ASP.NET 4.7.2 以降）。`,
        en: `${en} Put this into system.web of web.config (ASP.NET 4.7.2 or newer).`,
        snippet:
          '<sessionState cookieSameSite="Lax" />\n<httpCookies requireSSL="true" httpOnlyCookies="true" />',
      },
      tomcat: {
        ja: `${ja}conf/context.xml に次を書き、再起動します。`,
        en: `${en} Put this into conf/context.xml and restart.`,
        snippet: '<CookieProcessor sameSiteCookies="lax" />',
      },
    },
  );
}

import { bodyOf, type FileExchange } from './exchange.ts';

/** What a server shows itself to be; it decides which paths are worth a request. */
const signs = {
  nginx: /^server: nginx/im,
  php: /^x-powered-by: PHP|^set-cookie: PHPSESSID=|\.php["'?]/im,
  java: /^set-cookie: JSESSIONID|^server: (?:Apache-Coyote|Jetty)|\.(?:jsp|do|action)["'?;]|Apache Tomcat/im,
  wordpress: /\/wp-(?:content|includes)\/|content="WordPress /i,
  joomla: /content="Joomla!|\/media\/(?:jui|system|vendor\/joomla)\//i,
  drupal: /^x-generator: Drupal|\/sites\/default\/files\/|data-drupal-|Drupal\.settings/im,
  'movable-type': /content="Movable Type|\/mt-static\/|mt-site\.js/i,
  'ec-cube': /^set-cookie: eccube=|^set-cookie: ECSESSID=|EC-CUBE|class="ec-(?:header|layout)/im,
  jenkins: /^x-jenkins:|^x-hudson:/im,
  solr: /\bSolr\b|^server: Jetty/im,
  weblogic: /WebLogic|Error 404--Not Found/i,
  jboss: /JBoss|WildFly/i,
  exchange: /^server: Microsoft-IIS|^x-owa-version:|\/owa\//im,
  roundcube: /^set-cookie: roundcube_sessid=|Roundcube/im,
  zimbra: /^set-cookie: ZM_|Zimbra/im,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ServerSign = keyof typeof signs;

/** The signs on the front page and on the page for what is missing, in their headers as well. */
export function signsOf(exchanges: readonly FileExchange[]): ReadonlySet<ServerSign> {
  const text = exchanges
    .filter(({ purpose }) => purpose === 'root' || purpose === 'redirected' || purpose === 'control')
    .map((exchange) => `${headersOf(exchange)}\n\n${bodyOf(exchange)}`)
    .join('\n');
  return new Set((Object.keys(signs) as ServerSign[]).filter((sign) => signs[sign].test(text)));
}

function headersOf({ response }: FileExchange): string {
  return response.outcome === 'yes'
    ? response.value.headers.map(([name, value]) => `${name}: ${value}`).join('\n')
    : '';
}

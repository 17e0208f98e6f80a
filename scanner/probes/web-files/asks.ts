import type { FilePurpose } from './exchange.ts';
import type { ServerSign } from './signs.ts';

/** Of a file that is not a page, this much shows what it is. */
export const beginningBytes = 512;

/** One path worth a request. */
export interface Ask {
  readonly purpose: FilePurpose;
  readonly path: string;
  /** `beginning`: its first 512 bytes are asked for. `binary`: the same, and no text is kept. */
  readonly take: 'page' | 'beginning' | 'binary';
  /**
   * When two random names beside it are asked for: when it is there; `unless-html` for a file that cannot be HTML, which
   * is what servers send that have a page for everything. A login page shows itself by its own marks.
   */
  readonly controls: 'if-served' | 'unless-html' | 'never';
}

const page = (purpose: FilePurpose, path: string): Ask => ({
  purpose,
  path,
  take: 'page',
  controls: 'if-served',
});
const file = (purpose: FilePurpose, path: string): Ask => ({
  ...page(purpose, path),
  controls: 'unless-html',
});
const beginning = (purpose: FilePurpose, path: string): Ask => ({
  ...file(purpose, path),
  take: 'beginning',
});
const binary = (purpose: FilePurpose, path: string): Ask => ({ ...file(purpose, path), take: 'binary' });
const door = (purpose: FilePurpose, path: string): Ask => ({ ...page(purpose, path), controls: 'never' });

/** Asked only where the server shows this sign. */
const bySign: Readonly<Partial<Record<ServerSign, readonly Ask[]>>> = {
  php: [page('phpinfo', '/info.php')],
  nginx: [page('server-status', '/nginx_status')],
  wordpress: [
    door('wordpress', '/wp-login.php'),
    file('wp-config', '/wp-config.php~'),
    file('wp-config', '/wp-config.php.bak'),
    door('cms-version', '/feed/'),
  ],
  joomla: [
    door('cms-version', '/administrator/manifests/files/joomla.xml'),
    door('cms-version', '/language/en-GB/en-GB.xml'),
  ],
  drupal: [door('cms-version', '/CHANGELOG.txt'), door('cms-version', '/core/CHANGELOG.txt')],
  'movable-type': [door('movable-type', '/cgi-bin/mt/mt.cgi')],
  'ec-cube': [door('ec-cube', '/admin/login'), door('ec-cube', '/admin/')],
  jenkins: [door('jenkins', '/login')],
  solr: [door('solr', '/solr/')],
  weblogic: [door('weblogic', '/console/login/LoginForm.jsp')],
  exchange: [door('owa', '/owa/auth/logon.aspx')],
  roundcube: [door('roundcube', '/roundcube/'), door('roundcube', '/webmail/')],
  zimbra: [door('zimbra', '/zimbra/')],
  jboss: [door('jboss', '/console/index.html'), door('jboss', '/jmx-console/')],
};

/** Asked everywhere: what is left behind on servers of every kind, the worst first. */
const always = (site: string): readonly Ask[] => [
  file('git-head', '/.git/HEAD'),
  file('env', '/.env'),
  binary('svn', '/.svn/wc.db'),
  file('hg', '/.hg/requires'),
  file('htpasswd', '/.htpasswd'),
  file('web-config', '/web.config'),
  beginning('sql-dump', '/backup.sql'),
  beginning('sql-dump', '/dump.sql'),
  beginning('sql-dump', `/${site}.sql`),
  binary('backup', '/backup.zip'),
  binary('backup', '/backup.tar.gz'),
  binary('backup', `/${site}.zip`),
  page('phpinfo', '/phpinfo.php'),
  page('server-status', '/server-status'),
  page('server-status', '/haproxy?stats'),
  file('actuator', '/actuator'),
  file('metrics', '/metrics'),
  door('tomcat-manager', '/manager/html'),
  door('phpmyadmin', '/phpmyadmin/'),
  door('movable-type', '/mt/mt.cgi'),
  binary('ds-store', '/.DS_Store'),
  door('icon', '/favicon.ico'),
];

/** What is asked of a server; not that a path is secret: it is what anyone would try. */
export interface Asks {
  /** What goes with what it shows itself to be. */
  readonly own: readonly Ask[];
  readonly usual: readonly Ask[];
}

export function asksFor(shown: ReadonlySet<ServerSign>, name: string): Asks {
  return { own: [...shown].flatMap((sign) => bySign[sign] ?? []), usual: always(siteWord(name)) };
}

/** `www.city.example.jp` → `city`: what people call the archive of their site. An address has no such word. */
function siteWord(name: string): string {
  const [first = 'site', second] = name.toLowerCase().split('.');
  const word = first === 'www' && second !== undefined ? second : first;
  return /^[a-z][a-z0-9-]{0,40}$/.test(word) ? word : 'site';
}

import { describe, expect, test } from 'vitest';
import {
  buildWebFiles,
  controlsBeside,
  type FileExchange,
  type FileResponse,
  fileAt,
  fileResponse,
  htmlFile,
  missingFile,
} from '../../../evidence/web-files/build.fixture.ts';
import { unknown } from '../../../model/observed.ts';
import type { Check } from '../../check.ts';
import { outcomeOf, verdictOf } from '../../outcome.fixture.ts';
import { adminUiChecks } from './index.ts';

type Product = keyof typeof adminUiChecks;

/** What each product shows at its door, shortened; the first is served at `path`. */
const doors: readonly {
  readonly product: Product;
  readonly purpose: FileExchange['purpose'];
  readonly path: string;
  readonly shown: FileResponse;
  readonly rating: string;
}[] = [
  {
    product: 'http.admin-ui.tomcat-manager',
    purpose: 'tomcat-manager',
    path: '/manager/html',
    shown: htmlFile(
      '<title>401 Unauthorized</title><p>You are not authorized … add the <code>manager-gui</code> role in tomcat-users.xml',
      [['WWW-Authenticate', 'Basic realm="Tomcat Manager Application"']],
      401,
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.jenkins',
    purpose: 'jenkins',
    path: '/login',
    shown: htmlFile(
      '<title>Sign in - Jenkins</title><link href="/static/1a2b3c4d/jsbundles/styles.css"><input name="j_username">',
      [['X-Jenkins', '2.440.1']],
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.phpmyadmin',
    purpose: 'phpmyadmin',
    path: '/phpmyadmin/',
    shown: htmlFile('<title>phpMyAdmin</title><input type="text" name="pma_username">', [
      ['Set-Cookie', 'phpMyAdmin=28600e9f; path=/phpmyadmin/; HttpOnly'],
    ]),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.webmin',
    purpose: 'root',
    path: '/',
    shown: htmlFile('<title>Login to Webmin</title><form action="/session_login.cgi">', [
      ['Server', 'MiniServ/2.105'],
      ['Set-Cookie', 'testing=1; path=/; secure'],
    ]),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.cpanel',
    purpose: 'root',
    path: '/',
    shown: htmlFile(
      '<title>cPanel Login</title><link href="/cPanel_magic_revision_1700000000/unprotected/cpanel/style_v2_optimized.css">',
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.plesk',
    purpose: 'redirected',
    path: '/login_up.php',
    shown: htmlFile('<title>Plesk Obsidian 18.0.60</title><input name="login_name">', [
      ['X-Powered-By', 'PleskLin'],
    ]),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.grafana',
    purpose: 'redirected',
    path: '/login',
    shown: htmlFile(
      '<title>Grafana</title><link href="public/build/grafana.dark.f4c2.css"><script>window.grafanaBootData = {',
    ),
    rating: 'low verified',
  },
  {
    product: 'http.admin-ui.kibana',
    purpose: 'redirected',
    path: '/app/home',
    shown: htmlFile('<title>Elastic</title><kbn-csp data="{}"></kbn-csp>', [['kbn-name', 'kibana01']]),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.solr',
    purpose: 'solr',
    path: '/solr/',
    shown: htmlFile(
      '<html ng-app="solrAdminApp"><title ng-bind-template="Solr Admin">Solr Admin</title><script src="js/angular/app.js?_=8.11.2">',
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.weblogic',
    purpose: 'weblogic',
    path: '/console/login/LoginForm.jsp',
    shown: htmlFile(
      '<title>Oracle WebLogic Server Administration Console</title><form action="/console/j_security_check">',
      [['Set-Cookie', 'ADMINCONSOLESESSION=abc; path=/console/']],
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.jboss',
    purpose: 'jboss',
    path: '/jmx-console/',
    shown: htmlFile(
      '<title>JBoss JMX Management Console</title><h1>JMX Agent View</h1><a href="HtmlAdaptor?action=inspectMBean">',
    ),
    rating: 'medium verified',
  },
  {
    product: 'http.admin-ui.movable-type',
    purpose: 'movable-type',
    path: '/mt/mt.cgi',
    shown: htmlFile(
      '<title>サインイン | Movable Type Pro</title><script src="/mt-static/js/common/Core.js">',
    ),
    rating: 'low verified',
  },
  {
    product: 'http.admin-ui.wordpress',
    purpose: 'wordpress',
    path: '/wp-login.php',
    shown: htmlFile(
      '<title>ログイン &lsaquo; 市 &#8212; WordPress</title><form id="loginform"><link href="/wp-admin/css/login.min.css?ver=6.5">',
    ),
    rating: 'low verified',
  },
  {
    product: 'http.admin-ui.ec-cube',
    purpose: 'ec-cube',
    path: '/admin/login',
    shown: htmlFile('<title>ログイン - EC-CUBE</title><input name="login_id">', [
      ['Set-Cookie', 'eccube=abc; path=/'],
    ]),
    rating: 'low verified',
  },
];

test('every login page is shown here once', () => {
  expect(doors.map(({ product }) => product).sort()).toEqual(Object.keys(adminUiChecks).sort());
});

describe.each(doors)('$product', ({ product, purpose, path, shown, rating }) => {
  const check: Check = adminUiChecks[product];
  const judged = (...exchanges: readonly FileExchange[]) => outcomeOf(check, buildWebFiles(exchanges));
  const at = (response: Parameters<typeof fileAt>[2]) => fileAt(purpose, path, response);
  const title = /<title[\s\S]*<\/title>/.exec(shown.body)?.[0] ?? '';

  test.each<[string, readonly FileExchange[], string]>([
    ['shown', [at(shown)], rating],
    ['its title alone', [at(htmlFile(title))], 'safe'],
    [
      'an article about it',
      [at(htmlFile(`<title>${product} explained</title><p>${title.replaceAll(/[<>]/g, '')}</p>`))],
      'safe',
    ],
    [
      'an article that quotes all of it',
      [at(htmlFile(`<title>How to</title><pre>${shown.body.replaceAll('<', '&lt;')}</pre>`))],
      'safe',
    ],
    ['not found', [at(missingFile)], 'safe'],
    [
      'refused',
      [fileAt('root', '/', htmlFile('hi')), ...(path === '/' ? [] : [at(fileResponse(403))])],
      'safe',
    ],
    [
      'shown with 403, as to a stranger',
      [at({ ...shown, status: 403 })],
      purpose === 'root' ? 'undetermined: blocked' : 'safe',
    ],
    ['silence', [at(unknown('timeout'))], purpose === 'redirected' ? 'safe' : 'undetermined: timeout'],
  ])('%s → %s', (_, exchanges, outcome) => {
    expect(judged(...exchanges)).toBe(outcome);
  });

  test('the same for a page that cannot exist → undetermined', () => {
    const everywhere = [at(shown), ...controlsBeside('/', shown)];
    expect(judged(...everywhere)).toBe('undetermined: same-for-missing-page');
  });

  test('every other product → not this one', () => {
    const wrong = doors
      .filter((door) => door.product !== product)
      .filter(
        (door) => verdictOf(adminUiChecks[door.product], buildWebFiles([at(shown)])).verdict === 'vulnerable',
      );
    expect(wrong.map((door) => door.product)).toEqual([]);
  });
});

test('a favicon that Recog knows is the second marker', () => {
  const icon = fileAt(
    'icon',
    '/favicon.ico',
    fileResponse(200, [], '', { digests: { md5: '23e8c7bd78e8cd826c5a6073b15068b1', sha1: '0'.repeat(40) } }),
  );
  const root = fileAt('root', '/', htmlFile('<title>Dashboard [Jenkins]</title>'));

  expect(outcomeOf(adminUiChecks['http.admin-ui.jenkins'], buildWebFiles([root, icon]))).toBe(
    'medium verified',
  );
  expect(outcomeOf(adminUiChecks['http.admin-ui.jenkins'], buildWebFiles([icon]))).toBe('not-applicable');
});

test('nothing on the front page speaks of the product → not applicable, its own paths were not asked', () => {
  expect(outcomeOf(adminUiChecks['http.admin-ui.wordpress'], buildWebFiles())).toBe('not-applicable');
  expect(outcomeOf(adminUiChecks['http.admin-ui.webmin'], buildWebFiles())).toBe('safe');
});

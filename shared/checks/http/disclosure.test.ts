import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { aspNet } from './aspnet.ts';
import { defaultPage } from './default-page.ts';
import { serverVersion } from './server-version.ts';
import { xPoweredBy } from './x-powered-by.ts';

const sending = (name: string, value: string) =>
  buildHttps([exchange('root', htmlPage(undefined, [[name, value]]))]);

test.each([
  ['none', buildHttps([exchange('root', htmlPage())]), 'safe'],
  ['only a name', sending('Server', 'nginx'), 'safe'],
  ['a cloud', sending('Server', 'cloudflare'), 'safe'],
  ['a load balancer’s constant', sending('Server', 'awselb/2.0'), 'safe'],
  ['Windows’ constant', sending('Server', 'Microsoft-HTTPAPI/2.0'), 'safe'],
  ['only a main version', sending('Server', 'Apache/2'), 'safe'],
  ['an opaque number', sending('Server', 'ECS (sec/97A5)'), 'safe'],
  [
    'silence',
    buildHttps([
      exchange('root', noAnswer),
      exchange('missing-page', noAnswer),
      exchange('security-txt', noAnswer),
    ]),
    'undetermined: timeout',
  ],
  [
    'a firewall without a version',
    buildHttps([exchange('root', httpResponse(403))]),
    'undetermined: blocked',
  ],
  ['nginx', sending('Server', 'nginx/1.18.0 (Ubuntu)'), 'info verified'],
  ['a library behind a bare name', sending('Server', 'Apache OpenSSL/1.0.2k-fips'), 'info verified'],
  ['IIS', sending('server', 'Microsoft-IIS/10.0'), 'info verified'],
  [
    'on an error page',
    buildHttps([exchange('root', httpResponse(404, [['Server', 'Apache/2.4.6']]))]),
    'info verified',
  ],
])('server-version: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(serverVersion, evidence)).toBe(outcome);
});

test.each([
  ['none', buildHttps(), 'safe'],
  ['empty', sending('X-Powered-By', ' '), 'safe'],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
  ['PHP', sending('X-Powered-By', 'PHP/8.2.7'), 'info verified'],
  ['Express', sending('x-powered-by', 'Express'), 'info verified'],
])('x-powered-by: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(xPoweredBy, evidence)).toBe(outcome);
});

test.each([
  ['none', buildHttps(), 'safe'],
  ['no number', sending('X-AspNet-Version', 'hidden'), 'safe'],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
  ['ASP.NET', sending('X-AspNet-Version', '4.0.30319'), 'info verified'],
  ['MVC', sending('X-AspNetMvc-Version', '5.2'), 'info verified'],
])('aspnet: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(aspNet, evidence)).toBe(outcome);
});

const showing = (body: string, status = 200) =>
  buildHttps([exchange('root', httpResponse(status, [['Content-Type', 'text/html']], body))]);

test.each([
  ['a real page', buildHttps(), 'safe'],
  ['a redirect', buildHttp(), 'safe'],
  [
    'an article that quotes the title',
    showing('<title>Welcome to nginx!</title><p>says the page</p>'),
    'safe',
  ],
  [
    'a page that says it works',
    showing('<html><body><h1>It works!</h1><p>Our new site</p></body></html>'),
    'safe',
  ],
  ['silence', buildHttps([exchange('root', noAnswer)]), 'undetermined: timeout'],
  ['a firewall', showing('<h1>Forbidden</h1>', 403), 'undetermined: blocked'],
  [
    'nginx',
    showing('<title>Welcome to nginx!</title><a href="http://nginx.org/">nginx.org</a>'),
    'info verified',
  ],
  ['Debian', showing('<title>Apache2 Debian Default Page: It works</title>/var/www/html'), 'info verified'],
  [
    'RHEL, which says 403',
    showing(
      '<title>HTTP Server Test Page powered by: Rocky Linux</title>/etc/httpd/conf.d/welcome.conf',
      403,
    ),
    'info verified',
  ],
  ['Apache', showing('<html><body><h1>It works!</h1></body></html>\n'), 'info verified'],
  ['IIS', showing('<title>IIS Windows Server</title><img src="iisstart.png">'), 'info verified'],
  [
    'Tomcat',
    showing('<title>Apache Tomcat/9.0.80</title>you have successfully installed Tomcat'),
    'info verified',
  ],
])('default-page: %s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(defaultPage, evidence)).toBe(outcome);
});

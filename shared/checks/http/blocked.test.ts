import { expect, test } from 'vitest';
import { htmlPage, httpResponse } from '../../evidence/http-response/build.fixture.ts';
import { isBlocked, isLoginWall } from './blocked.ts';

test.each([
  ['Forbidden', httpResponse(403)],
  ['Too Many Requests', httpResponse(429)],
  ['Service Unavailable', httpResponse(503)],
  ['F5', htmlPage('<html><head><title>Request Rejected</title></head>Your support ID is: 17</html>')],
  ['Imperva', htmlPage('<iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe>')],
  ['Cloudflare’s question', httpResponse(200, [['cf-mitigated', 'challenge']])],
  ['Cloudflare’s page', htmlPage('<script>window._cf_chl_opt={}</script>')],
  ['Akamai', htmlPage('<TITLE>Access Denied</TITLE> Reference&#32;&#35;18&#46;abc')],
  ['AWS WAF', httpResponse(202, [['x-amzn-waf-action', 'challenge']])],
  ['Sucuri', htmlPage('Sucuri WebSite Firewall - Access Denied')],
  ['FortiWeb', httpResponse(200, [], '<title>Web Page Blocked</title> Attack ID: 20000010')],
])('%s is no answer of the site', (_, response) => expect(isBlocked(response)).toBe(true));

test.each([
  ['a page', htmlPage()],
  [
    'a page about firewalls',
    htmlPage('<h1>Request Rejected とは</h1> Incapsula、Cloudflare、Akamai、FortiGate'),
  ],
  [
    'a page behind Cloudflare',
    httpResponse(200, [
      ['cf-ray', '1'],
      ['server', 'cloudflare'],
    ]),
  ],
  ['not found', httpResponse(404)],
  ['an error', httpResponse(500)],
  ['a login', httpResponse(401)],
])('%s is one', (_, response) => expect(isBlocked(response)).toBe(false));

test.each([
  [401, true],
  [407, true],
  [200, false],
  [403, false],
])('%i is a login wall: %s', (status, wall) => expect(isLoginWall(httpResponse(status))).toBe(wall));

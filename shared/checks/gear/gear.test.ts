import { describe, expect, test } from 'vitest';
import { answeredAt, buildWebGear } from '../../evidence/web-gear/build.fixture.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { adminUiExposed } from './admin-ui-exposed.ts';
import { consoles } from './consoles.ts';
import { gearChecks } from './index.ts';

type Answer = Parameters<typeof answeredAt>[1];

/** Two signs of each console, as their vendors' pages show them. */
const pages: readonly (readonly [name: string, Answer])[] = [
  ['FortiGate', { headers: [['Set-Cookie', 'APSCOOKIE_123=0; path=/']], body: '<title>FortiGate</title>' }],
  [
    'Palo Alto Networks PAN-OS',
    { headers: [['Server', 'PanWeb Server/ - ']], body: '<img src="/login/images/logo-pan-48525a.svg">' },
  ],
  [
    'Cisco IOS',
    {
      status: 401,
      headers: [
        ['Server', 'cisco-IOS'],
        ['WWW-Authenticate', 'Basic realm="level_15_access"'],
      ],
    },
  ],
  ['SonicWall', { headers: [['Server', 'SonicWALL']], body: '<title>SonicWall - Authentication</title>' }],
  [
    'Juniper J-Web',
    { body: '<title>Log In - Juniper Web Device Manager</title><link href="/stylesheet/juniper.css">' },
  ],
  ['MikroTik WebFig', { body: '<title>RouterOS router configuration page</title><a href="/webfig/">' }],
  ['UniFi', { body: '<title>UniFi Network</title><base href="/manage/angular/">' }],
  [
    'Yamaha RTX or NVR',
    {
      status: 401,
      headers: [
        ['Server', 'YAMAHA-RT'],
        ['WWW-Authenticate', 'Basic realm="RTX1300"'],
      ],
    },
  ],
  [
    'NEC UNIVERGE IX',
    {
      status: 401,
      headers: [['WWW-Authenticate', 'Basic realm="IX2215"']],
      body: '<title>UNIVERGE IX2215</title>',
    },
  ],
  [
    'Allied Telesis',
    { headers: [['Server', 'ATR-HTTP-Server']], body: '<title>Allied Telesis Device GUI</title>' },
  ],
  ['F5 BIG-IP', { body: '<title>BIG-IP&reg;- Redirect</title><a href="/tmui/login.jsp"> /tmui/login/' }],
  ['Sophos Firewall', { body: '<title>Sophos</title>/webconsole/webpages/' }],
  ['WatchGuard Firebox', { body: '<title>WatchGuard Web UI</title><form action="/wgcgi.cgi">' }],
  ['Synology DiskStation', { body: '<title>Synology DiskStation</title><script src="/webman/login.js">' }],
  ['QNAP', { headers: [['Server', 'http server 1.0']], body: '<title>QNAP Turbo NAS</title>' }],
  ['a printer', { headers: [['Server', 'EPSON_Linux UPnP/1.0']], body: '<title>EPSON LP-S340D</title>' }],
  [
    'a network camera',
    {
      headers: [
        ['Server', 'App-webs/'],
        ['WWW-Authenticate', 'Basic realm="IP Camera"'],
      ],
    },
  ],
];

describe('gear.admin-ui-exposed', () => {
  test.each(pages)('%s by two signs → verified, by its name', (name, response) => {
    const evidence = buildWebGear([answeredAt('/', response)]);
    expect(outcomeOf(adminUiExposed, evidence)).toBe('high verified');
    const verdict = verdictOf(adminUiExposed, evidence);
    expect(verdict.verdict === 'vulnerable' && verdict.detail?.en).toContain(name);
  });

  test('every console of the table is shown above', () => {
    expect(consoles.map(({ name }) => name.en).sort()).toEqual(pages.map(([name]) => name).sort());
  });

  test.each([
    ['one sign', { headers: [['WWW-Authenticate', 'Basic realm="RTX1210"']] }, 'high inferred'],
    ['an ordinary page', { headers: [['Server', 'nginx']], body: '<title>市役所</title>' }, 'safe'],
    ['a page about routers', { body: '<title>RTX1210 の設定例</title>' }, 'undetermined: one-marker'],
    ['an error page with its words', { status: 404, body: '<title>FortiGate</title> logincheck' }, 'safe'],
    [
      'a basic login of something',
      { status: 401, headers: [['WWW-Authenticate', 'Basic realm="Staff only"']] },
      'safe',
    ],
    [
      'a session of PHP',
      { headers: [['Set-Cookie', 'PHPSESSID=abc; path=/']], body: '<title>Login</title>' },
      'safe',
    ],
    ['silence', 'timeout', 'undetermined: timeout'],
  ] as [string, Answer, string][])('%s → %s', (_, response, outcome) => {
    expect(outcomeOf(adminUiExposed, buildWebGear([answeredAt('/', response)]))).toBe(outcome);
  });
});

const dated = (date: string): Answer => ({ headers: [['Last-Modified', date]] });

describe.each([
  ['gear.fortios-build', '/remote/fgt_lang?lang=en'],
  ['gear.panos-version', '/global-protect/portal/images/favicon.ico'],
  ['gear.asa-version', '/+CSCOE+/logo.gif'],
] as const)('%s', (id, path) => {
  test.each([
    ['older than every fix', dated('Mon, 02 Jan 2023 10:00:00 GMT'), 'critical inferred'],
    ['newer than every fix', dated('Thu, 01 Oct 2026 10:00:00 GMT'), 'safe'],
    ['without a date', {}, 'undetermined: no-proof'],
    ['with a date that is none', dated('yesterday'), 'undetermined: no-proof'],
    ['that did not come', 'timeout', 'not-applicable'],
  ] as [string, Answer, string][])('a file %s → %s', (_, response, outcome) => {
    expect(outcomeOf(gearChecks[id], buildWebGear([answeredAt(path, response)]))).toBe(outcome);
  });

  test('another product → not its business', () => {
    expect(
      outcomeOf(gearChecks[id], buildWebGear([answeredAt('/', dated('Mon, 02 Jan 2023 10:00:00 GMT'))])),
    ).toBe('not-applicable');
  });
});

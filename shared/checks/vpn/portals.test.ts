import { describe, expect, test } from 'vitest';
import { answeredAt, buildWebGear } from '../../evidence/web-gear/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { vpnChecks } from './index.ts';

type Answer = Parameters<typeof answeredAt>;

/** Each product's entrance by two of its signs, and by the first alone. Forms as nmap's fingerprints and recog have them. */
const portals: readonly (readonly [id: keyof typeof vpnChecks, both: Answer, one: Answer])[] = [
  [
    'vpn.fortinet',
    [
      '/remote/login',
      {
        headers: [
          ['Set-Cookie', 'SVPNCOOKIE=; path=/'],
          ['Server', 'xxxxxxxx-xxxxx'],
        ],
      },
    ],
    ['/', { headers: [['Server', 'xxxxxxxx-xxxxx']] }],
  ],
  [
    'vpn.pulse-ivanti',
    [
      '/',
      {
        status: 302,
        headers: [
          ['Location', '/dana-na/auth/url_default/welcome.cgi'],
          ['Set-Cookie', 'DSSignInURL=/; path=/'],
        ],
      },
    ],
    ['/', { status: 302, headers: [['Location', '/dana-na/auth/x']] }],
  ],
  [
    'vpn.citrix',
    [
      '/vpn/index.html',
      { headers: [['Set-Cookie', 'NSC_TASS=abc; Path=/']], body: '<title>Citrix Gateway</title>' },
    ],
    ['/', { body: '<title>NetScaler AAA</title>' }],
  ],
  [
    'vpn.paloalto-gp',
    [
      '/global-protect/prelogin.esp',
      { headers: [['Server', 'PanWeb Server/ - ']], body: '<prelogin-response><status>Success</status>' },
    ],
    ['/', { body: '<title>GlobalProtect Portal</title>' }],
  ],
  [
    'vpn.cisco-asa',
    [
      '/+CSCOE+/logon.html',
      { headers: [['Set-Cookie', 'webvpnlogin=1; secure']], body: '<script src="/+CSCOE+/win.js">' },
    ],
    ['/', { headers: [['Set-Cookie', 'webvpnlogin=1']] }],
  ],
  [
    'vpn.sonicwall',
    [
      '/cgi-bin/welcome',
      { headers: [['Server', 'SonicWALL SSL-VPN Web Server']], body: '<title>Virtual Office</title>' },
    ],
    ['/', { headers: [['Server', 'SonicWALL']] }],
  ],
  [
    'vpn.checkpoint',
    [
      '/sslvpn/Login/Login',
      {
        headers: [
          ['Server', 'CPWS'],
          ['Set-Cookie', 'CPCVPN_SESSION_ID=x'],
        ],
      },
    ],
    ['/', { headers: [['Server', 'Check Point SVN foundation']] }],
  ],
  [
    'vpn.f5',
    [
      '/my.policy',
      {
        headers: [
          ['Set-Cookie', 'MRHSession=x'],
          ['Server', 'BigIP'],
        ],
      },
    ],
    ['/', { headers: [['Server', 'BigIP']] }],
  ],
  [
    'vpn.sophos',
    [
      '/userportal/webpages/myaccount/login.jsp',
      { body: '<title>Sophos</title> uiLangToHTMLLangAttributeValueMapping' },
    ],
    ['/', { body: '<title>Sophos</title>' }],
  ],
  [
    'vpn.watchguard',
    ['/sslvpn_logon.shtml', { body: '<title>WatchGuard</title><form action="/wgcgi.cgi">' }],
    ['/', { body: '<title>Firebox login</title>' }],
  ],
  [
    'vpn.zyxel',
    ['/', { body: '<title>USG FLEX 200</title><script src="/zyFunction.js">' }],
    ['/', { body: '<title>ZyWALL 110</title>' }],
  ],
  [
    'vpn.seil',
    [
      '/',
      {
        status: 401,
        headers: [
          ['Server', 'SEIL httpd'],
          ['WWW-Authenticate', 'Basic realm="SEIL/X1"'],
        ],
      },
    ],
    ['/', { headers: [['Server', 'SEIL httpd']] }],
  ],
  [
    'vpn.yamaha',
    [
      '/',
      {
        status: 401,
        headers: [
          ['Server', 'YAMAHA-RT'],
          ['WWW-Authenticate', 'Basic realm="RTX1210"'],
        ],
      },
    ],
    ['/', { status: 401, headers: [['WWW-Authenticate', 'Basic realm="RTX830"']] }],
  ],
  [
    'vpn.netscreen',
    [
      '/',
      { headers: [['Server', 'Embedthis-Appweb/3.2.3']], body: '<title>Juniper Web Device Manager</title>' },
    ],
    ['/', { body: '<title>Juniper Web Device Manager</title>' }],
  ],
];

describe.each(portals)('%s', (id, both, one) => {
  const check = vpnChecks[id];

  test('two signs → verified; one → inferred', () => {
    expect(outcomeOf(check, buildWebGear([answeredAt(...both)]))).toBe('info verified');
    expect(outcomeOf(check, buildWebGear([answeredAt(...one)]))).toBe('info inferred');
  });

  test.each([
    [
      'an ordinary page',
      answeredAt('/', { headers: [['Server', 'nginx']], body: '<title>町のホームページ</title>' }),
    ],
    [
      'an error page that echoes what was asked',
      answeredAt(both[0], { status: 404, body: `<p>${both[0]} was not found</p>` }),
    ],
    ['a page for everything that echoes it', answeredAt(both[0], { body: `<p>${both[0]}</p>` })],
    [
      'a redirect to HTTPS',
      answeredAt('/', { status: 301, headers: [['Location', 'https://www.example.lg.jp/']] }),
    ],
  ])('%s → never verified', (_, exchange) => {
    expect(outcomeOf(check, buildWebGear([exchange]))).not.toBe('info verified');
  });

  test('another product’s entrance → not this one', () => {
    const others = portals.filter(([other]) => other !== id).map(([, answer]) => answeredAt(...answer));
    for (const other of others) expect(outcomeOf(check, buildWebGear([other]))).toBe('not-applicable');
  });

  test('no answer at all → undetermined', () => {
    expect(outcomeOf(check, buildWebGear([answeredAt('/', 'timeout')]))).toBe('undetermined: timeout');
  });
});

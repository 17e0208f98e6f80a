import { describe, expect, test } from 'vitest';
import {
  buildWebFiles,
  type FileResponse,
  fileAt,
  htmlFile,
  missingFile,
} from '../../evidence/web-files/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { exchangeBuildIn, supportEndOf } from './exchange-builds.ts';
import { webmailExposed } from './webmail-exposed.ts';

const owa = (build: string) =>
  htmlFile(
    `<title>Outlook</title><link href="/owa/auth/${build}/themes/resources/favicon.ico"><form action="/owa/auth.owa">`,
  );
const owaAt = (response: FileResponse) => buildWebFiles([fileAt('owa', '/owa/auth/logon.aspx', response)]);

test.each([
  ['Exchange 2010', '14.3.123', 'high inferred'],
  ['Exchange 2013', '15.0.1497', 'high inferred'],
  ['Exchange 2016', '15.1.2507', 'high inferred'],
  ['Exchange 2019', '15.2.1544', 'high inferred'],
  ['the Subscription Edition', '15.2.2562', 'info verified'],
  ['a release not known', '16.1.100', 'info verified'],
])('Outlook on the web of %s → %s', (_, build, outcome) => {
  expect(outcomeOf(webmailExposed, owaAt(owa(build)))).toBe(outcome);
});

test('the detail says that the build is a lower bound', () => {
  expect(verdictOf(webmailExposed, owaAt(owa('15.1.2507')))).toMatchObject({
    detail: { en: 'Exchange Server 2016 (15.1.2507 or later), whose support ended on 2025-10-14.' },
  });
});

test.each([
  [
    'Roundcube',
    htmlFile('<input name="_user" id="rcmloginuser"><script src="program/js/app.min.js"></script>', [
      ['Set-Cookie', 'roundcube_sessid=abc; path=/; HttpOnly'],
    ]),
  ],
  [
    'Zimbra',
    htmlFile('<title>Zimbra Web Client Sign In</title><form id="zLoginForm">', [
      ['Set-Cookie', 'ZM_TEST=true'],
    ]),
  ],
])('%s on the front page → info', (_, page) => {
  expect(outcomeOf(webmailExposed, buildWebFiles([fileAt('root', '/', page)]))).toBe('info verified');
});

describe('nothing is claimed of', () => {
  test.each([
    ['an ordinary site', buildWebFiles(), 'not-applicable'],
    ['a site called Outlook', owaAt(htmlFile('<title>Outlook</title>')), 'safe'],
    [
      'an article about Roundcube',
      owaAt(htmlFile('<p>&lt;input name="_user"&gt; skins/elastic/a.css')),
      'safe',
    ],
    ['no such page', owaAt(missingFile), 'safe'],
    [
      'a server that was silent',
      buildWebFiles([fileAt('owa', '/owa/auth/logon.aspx', unknown('timeout'))]),
      'undetermined: timeout',
    ],
    [
      'a server with one page for everything',
      buildWebFiles([
        fileAt('root', '/', owa('15.1.2507')),
        fileAt('control', '/a', owa('15.1.2507')),
        fileAt('control', '/b', owa('15.1.2507')),
      ]),
      'undetermined: same-for-missing-page',
    ],
  ])('%s', (_, evidence, outcome) => {
    expect(outcomeOf(webmailExposed, evidence)).toBe(outcome);
  });
});

test.each([
  ['15.2.2562.17', null],
  ['15.2.1748.10', '2025-10-14'],
  ['15.1.2507', '2025-10-14'],
  ['99.9.9', null],
])('support of %s ends: %s', (version, endsOn) => {
  expect(supportEndOf(version).endsOn).toBe(endsOn);
});

test('the header tells the build before the page does', () => {
  const response = { ...owa('15.1.1'), headers: [['X-OWA-Version', '15.1.2507.39']] as [string, string][] };
  expect(exchangeBuildIn(response)?.version).toBe('15.1.2507.39');
});

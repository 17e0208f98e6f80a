import { describe, expect, test } from 'vitest';
import {
  buildHttps,
  type Exchange,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
  notFound,
} from '../../evidence/http-response/build.fixture.ts';
import type { Check } from '../check.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { dirListing } from './dirlisting.ts';
import { envExposed } from './env.ts';
import { gitExposed } from './git-exposed.ts';
import { phpinfo } from './phpinfo.ts';
import { serverStatus } from './server-status.ts';

const text = (body: string) => httpResponse(200, [['Content-Type', 'text/plain']], body);
const gitHead = text('ref: refs/heads/main\n');
const gitConfig = text('[core]\n\trepositoryformatversion = 0\n');
const settings = text('APP_ENV=production\nAPP_KEY=base64:c2VjcmV0\nDB_PASSWORD=hunter2\n');
const status = htmlPage(
  '<title>Apache Status</title><h1>Apache Server Status for www.city.example.jp</h1><dl><dt>Server Version: Apache/2.4.62</dt><dt>1 requests currently being processed</dt>',
);
const info = htmlPage(
  '<title>PHP 8.2.7 - phpinfo()</title><h1 class="p">PHP Version 8.2.7</h1><tr><td class="e">System </td>',
);
const listing = htmlPage(
  '<html><head><title>Index of /docs/</title></head><body><h1>Index of /docs/</h1><hr><pre><a href="../">../</a>\n<a href="a.pdf">a.pdf</a></pre>',
);

describe.each<{ name: string; check: Check; exposed: readonly Exchange[]; rating: string; soft?: string }>([
  {
    name: 'git',
    check: gitExposed,
    exposed: [exchange('git-head', gitHead), exchange('git-config', gitConfig)],
    rating: 'high verified',
  },
  { name: 'env', check: envExposed, exposed: [exchange('env', settings)], rating: 'high verified' },
  {
    name: 'server-status',
    check: serverStatus,
    exposed: [exchange('server-status', status)],
    rating: 'medium verified',
  },
  { name: 'phpinfo', check: phpinfo, exposed: [exchange('phpinfo', info)], rating: 'medium verified' },
  {
    name: 'dirlisting',
    check: dirListing,
    exposed: [exchange('directory', listing)],
    rating: 'low verified',
  },
])('$name', ({ check, exposed, rating }) => {
  const [first] = exposed;
  if (first === undefined) throw new TypeError('a test without an exposure');
  const { purpose, response } = first;

  test.each([
    ['not found', buildHttps(), 'safe'],
    ['refused here alone', buildHttps([exchange(purpose, httpResponse(403))]), 'safe'],
    ['login needed', buildHttps([exchange(purpose, httpResponse(401))]), 'safe'],
    ['a redirect elsewhere', buildHttps([exchange(purpose, httpResponse(302, [['Location', '/']]))]), 'safe'],
    [
      'the front page for anything',
      buildHttps([exchange(purpose, htmlPage()), exchange('missing-page', htmlPage())]),
      'safe',
    ],
    ['an empty page', buildHttps([exchange(purpose, text(''))]), 'safe'],
    ['silence', buildHttps([exchange(purpose, noAnswer)]), 'undetermined: timeout'],
    ['a rate limit', buildHttps([exchange(purpose, httpResponse(429))]), 'undetermined: blocked'],
    ['a broken server', buildHttps([exchange(purpose, httpResponse(500))]), 'undetermined: server-error'],
    [
      'refused as everything is',
      buildHttps([exchange('root', httpResponse(403)), exchange(purpose, httpResponse(403))]),
      'undetermined: blocked',
    ],
    [
      'exposed, but the control was not answered',
      buildHttps([...exposed, exchange('missing-page', noAnswer)]),
      'undetermined: timeout',
    ],
    [
      'exposed, and the control just the same',
      buildHttps([...exposed, { ...exchange('missing-page', notFound), response }]),
      'undetermined: same-for-missing-page',
    ],
    ['exposed, control not found', buildHttps(exposed), rating],
    [
      'exposed, control redirected',
      buildHttps([...exposed, exchange('missing-page', httpResponse(302))]),
      rating,
    ],
  ])('%s → %s', (_, evidence, outcome) => {
    expect(outcomeOf(check, evidence)).toBe(outcome);
  });

  test('exposed, but no control was asked for → undetermined', () => {
    const evidence = buildHttps(exposed);
    const exchanges = evidence.data.exchanges.filter((item) => item.purpose !== 'missing-page');

    expect(outcomeOf(check, { ...evidence, data: { ...evidence.data, exchanges } })).toBe(
      'undetermined: no-control',
    );
  });
});

test.each([
  ['HEAD without config', [exchange('git-head', gitHead)], 'undetermined: one-marker'],
  [
    'HEAD, silence for config',
    [exchange('git-head', gitHead), exchange('git-config', noAnswer)],
    'undetermined: timeout',
  ],
  [
    'HEAD as HTML',
    [exchange('git-head', htmlPage('ref: refs/heads/main')), exchange('git-config', gitConfig)],
    'safe',
  ],
  [
    'a commit’s number',
    [exchange('git-head', text(`${'0a'.repeat(20)}\n`)), exchange('git-config', gitConfig)],
    'high verified',
  ],
  [
    'a number that goes on',
    [exchange('git-head', text(`${'0a'.repeat(20)}zzz`)), exchange('git-config', gitConfig)],
    'safe',
  ],
])('git: %s → %s', (_, exchanges, outcome) => {
  expect(outcomeOf(gitExposed, buildHttps(exchanges))).toBe(outcome);
});

test.each([
  ['one setting', text('DB_PASSWORD=x'), 'safe'],
  ['settings without a secret', text('COLOR=red\nSIZE=4\n'), 'safe'],
  ['prose with an equals sign', text('Hello\nKEY=a\nTOKEN=b'), 'safe'],
  ['settings as HTML', htmlPage('DB_PASSWORD=x\nDB_HOST=y'), 'safe'],
  ['comments first', text('# settings\n\nDB_HOST=db\nDB_PASSWORD=x'), 'high verified'],
  ['a key over several lines', text('APP_KEY="-----BEGIN\nabc\n-----END"\nMAIL_PASSWORD=x'), 'high verified'],
])('env: %s → %s', (_, response, outcome) => {
  expect(outcomeOf(envExposed, buildHttps([exchange('env', response)]))).toBe(outcome);
});

test('env: the proof names settings and keeps their values to itself', () => {
  const verdict = verdictOf(envExposed, buildHttps([exchange('env', settings)]));

  expect(JSON.stringify(verdict)).toContain('APP_KEY');
  expect(JSON.stringify(verdict)).not.toMatch(/hunter2|c2VjcmV0/);
});

test.each([
  ['an article about it', htmlPage('<title>Index of /var explained</title><p>Parent Directory</p>'), 'safe'],
  [
    'Apache, top folder',
    htmlPage('<title>Index of /</title><h1>Index of /</h1><a href="?C=N;O=D">Name</a><a href="a/">a/</a>'),
    'low verified',
  ],
  [
    'IIS',
    htmlPage(
      '<title>host - /docs/</title><pre><A HREF="/">[To Parent Directory]</A><br><A HREF="/docs/a.txt">a.txt</A>',
    ),
    'low verified',
  ],
])('dirlisting: %s → %s', (_, response, outcome) => {
  expect(outcomeOf(dirListing, buildHttps([exchange('directory', response)]))).toBe(outcome);
});

test.each([
  [
    'an article about phpinfo()',
    phpinfo,
    exchange('phpinfo', htmlPage('<title>How to use phpinfo()</title><p>PHP Version 8.2</p>')),
  ],
  [
    'an article about server-status',
    serverStatus,
    exchange('server-status', htmlPage('<h1>Apache Server Status for beginners</h1>')),
  ],
])('%s → safe', (_, check, one) => {
  expect(outcomeOf(check, buildHttps([one]))).toBe('safe');
});

import { describe, expect, test } from 'vitest';
import { parseEvidence } from '../../evidence/evidence.ts';
import { buildHttps } from '../../evidence/http-response/build.fixture.ts';
import {
  binaryFile,
  buildWebFiles,
  controlsBeside,
  type FileExchange,
  type FileResponse,
  fileAt,
  fileResponse,
  htmlFile,
  missingFile,
  textFile,
} from '../../evidence/web-files/build.fixture.ts';
import { unknown } from '../../model/observed.ts';
import type { Check } from '../check.ts';
import { evaluate } from '../evaluate.ts';
import { outcomeOf, verdictOf } from '../outcome.fixture.ts';
import { actuator } from './actuator.ts';
import { backupExposed } from './backup.ts';
import { configLeak } from './config-leak.ts';
import { dirListing } from './dirlisting.ts';
import { dsStore } from './ds-store.ts';
import { envExposed } from './env.ts';
import { gitExposed } from './git-exposed.ts';
import { hgExposed } from './hg.ts';
import { metrics } from './metrics.ts';
import { phpinfo } from './phpinfo.ts';
import { serverStatus } from './server-status.ts';
import { sqlDump } from './sql-dump.ts';
import { svnExposed } from './svn.ts';

const noAnswer = unknown('timeout');
const gitHead = textFile('ref: refs/heads/main\n');
const gitConfig = textFile('[core]\n\trepositoryformatversion = 0\n');
const settings = textFile('APP_ENV=***\nAPP_KEY=***\nDB_PASSWORD=***\n');
const info = htmlFile(
  '<title>PHP 8.2.7 - phpinfo()</title><h1 class="p">PHP Version 8.2.7</h1><tr><td class="e">System </td>',
);
const listing = htmlFile(
  '<html><head><title>Index of /docs/</title></head><body><h1>Index of /docs/</h1><hr><pre><a href="../">../</a>\n<a href="a.pdf">a.pdf</a></pre>',
);
const apacheStatus = htmlFile(
  '<title>Apache Status</title><h1>Apache Server Status for www.city.example.jp</h1><dl><dt>Server Version: Apache/2.4.62</dt><dt>1 requests currently being processed</dt>',
);

interface Case {
  readonly name: string;
  readonly check: Check;
  readonly purpose: FileExchange['purpose'];
  readonly path: string;
  readonly shown: FileResponse;
  readonly rating: string;
  readonly beside?: readonly FileExchange[];
}

const json = (body: string) => fileResponse(200, [['Content-Type', 'application/json']], body);

const cases: readonly Case[] = [
  {
    name: 'git',
    check: gitExposed,
    purpose: 'git-head',
    path: '/.git/HEAD',
    shown: gitHead,
    rating: 'high verified',
    beside: [fileAt('git-config', '/.git/config', gitConfig)],
  },
  { name: 'env', check: envExposed, purpose: 'env', path: '/.env', shown: settings, rating: 'high verified' },
  {
    name: 'svn, a database',
    check: svnExposed,
    purpose: 'svn',
    path: '/.svn/wc.db',
    shown: binaryFile(`53514c69746520666f726d6174203300${'00'.repeat(48)}`),
    rating: 'high verified',
  },
  {
    name: 'hg',
    check: hgExposed,
    purpose: 'hg',
    path: '/.hg/requires',
    shown: textFile('dotencode\nfncache\nrevlogv1\nstore\n'),
    rating: 'high verified',
  },
  {
    name: 'ds-store',
    check: dsStore,
    purpose: 'ds-store',
    path: '/.DS_Store',
    shown: binaryFile('0000000142756431'),
    rating: 'low verified',
  },
  ...['504b030414000000', '1f8b0800', '377abcaf271c0004', '526172211a0700'].map((head) => ({
    name: `backup ${head}`,
    check: backupExposed,
    purpose: 'backup' as const,
    path: '/backup.zip',
    shown: binaryFile(head),
    rating: 'high verified',
  })),
  ...[
    '-- MySQL dump 10.13  Distrib 8.0.36\n--\n-- Host: localhost    Database: city\n',
    '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n--\n-- Host: localhost\n',
    '-- phpMyAdmin SQL Dump\n-- version 5.2.1\n',
    '--\n-- PostgreSQL database dump\n--\n\n-- Dumped from database version 15.5\n',
    'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n',
  ].map((body) => ({
    name: `sql-dump ${body.slice(0, 24)}`,
    check: sqlDump,
    purpose: 'sql-dump' as const,
    path: '/backup.sql',
    shown: textFile(body),
    rating: 'high verified',
  })),
  {
    name: 'web.config',
    check: configLeak,
    purpose: 'web-config',
    path: '/web.config',
    shown: fileResponse(
      200,
      [['Content-Type', 'application/xml']],
      '<?xml version="1.0"?>\n<configuration>\n<connectionStrings>\n<add name="Db" connectionString="***" />',
    ),
    rating: 'high verified',
  },
  {
    name: 'wp-config.php~',
    check: configLeak,
    purpose: 'wp-config',
    path: '/wp-config.php~',
    shown: textFile("<?php\ndefine('DB_NAME', ***);\n"),
    rating: 'high verified',
  },
  {
    name: '.htpasswd',
    check: configLeak,
    purpose: 'htpasswd',
    path: '/.htpasswd',
    shown: textFile('admin:$apr1$***\nbob:***\n'),
    rating: 'high verified',
  },
  {
    name: 'phpinfo',
    check: phpinfo,
    purpose: 'phpinfo',
    path: '/phpinfo.php',
    shown: info,
    rating: 'medium verified',
  },
  ...[
    apacheStatus,
    textFile(
      'Active connections: 1 \nserver accepts handled requests\n 1 1 1 \nReading: 0 Writing: 1 Waiting: 0 \n',
    ),
    htmlFile('<title>Statistics Report for HAProxy</title><h3>&gt; General process information</h3>'),
  ].map((shown) => ({
    name: `server-status ${shown.body.slice(0, 20)}`,
    check: serverStatus,
    purpose: 'server-status' as const,
    path: '/server-status',
    shown,
    rating: 'medium verified',
  })),
  {
    name: 'actuator',
    check: actuator,
    purpose: 'actuator',
    path: '/actuator',
    shown: json(
      '{"_links":{"self":{"href":"http://www/actuator","templated":false},"health":{"href":"http://www/actuator/health","templated":false}}}',
    ),
    rating: 'medium verified',
  },
  {
    name: 'metrics',
    check: metrics,
    purpose: 'metrics',
    path: '/metrics',
    shown: textFile('# HELP go_goroutines Number.\n# TYPE go_goroutines gauge\ngo_goroutines 12\n'),
    rating: 'medium verified',
  },
  {
    name: 'dirlisting',
    check: dirListing,
    purpose: 'directory',
    path: '/docs/',
    shown: listing,
    rating: 'low verified',
  },
];

/** Together with the front page, which some checks need beside. */
const judged = (check: Check, ...exchanges: readonly FileExchange[]) =>
  outcomeOf(check, ...evidenceFor(check, exchanges));

function evidenceFor(check: Check, exchanges: readonly FileExchange[]) {
  const files = buildWebFiles(exchanges);
  return check.needs[0] === 'http-response' ? [buildHttps(), files] : [files];
}

describe.each(cases)('$name', ({ check, purpose, path, shown, rating, beside = [] }) => {
  const at = (response: Parameters<typeof fileAt>[2]) => fileAt(purpose, path, response);
  const root = (response: FileResponse) => fileAt('root', '/', response);
  const rootControls = controlsBeside('/');

  test.each<[string, readonly FileExchange[], string]>([
    ['not found', [at(missingFile)], 'safe'],
    ['refused here alone', [at(fileResponse(403))], 'safe'],
    ['login needed', [at(fileResponse(401))], 'safe'],
    ['a redirect elsewhere', [at(fileResponse(302, [['Location', '/']]))], 'safe'],
    ['the front page for anything', [at(htmlFile('<h1>hi</h1>'))], 'safe'],
    ['an empty page', [at(textFile(''))], 'safe'],
    ['silence', [at(noAnswer)], 'undetermined: timeout'],
    ['a rate limit', [at(fileResponse(429))], 'undetermined: blocked'],
    ['a broken server', [at(fileResponse(500))], 'undetermined: server-error'],
    ['refused as everything is', [root(fileResponse(403)), at(fileResponse(403))], 'undetermined: blocked'],
    ['a page of 404 that looks like it', [at({ ...shown, status: 404 })], 'safe'],
    [
      'exposed, but the controls were not answered',
      [at(shown), ...beside, ...rootControls, ...controlsBeside(path, noAnswer)],
      'undetermined: timeout',
    ],
    [
      'exposed, and the controls just the same',
      [at(shown), ...beside, ...rootControls, ...controlsBeside(path, shown)],
      'undetermined: same-for-missing-page',
    ],
    [
      'exposed, and one of two controls the same',
      [at(shown), ...beside, ...controlsBeside(path).slice(0, 1), ...controlsBeside(path, shown).slice(1)],
      'undetermined: same-for-missing-page',
    ],
    [
      'exposed, but nothing else of its folder and ending was asked for',
      [at(shown), ...beside, ...controlsBeside('/elsewhere/x.y')],
      'undetermined: no-control',
    ],
    ['exposed, controls not found', [at(shown), ...beside, ...rootControls, ...controlsBeside(path)], rating],
    [
      'exposed, controls redirected',
      [at(shown), ...beside, ...rootControls, ...controlsBeside(path, fileResponse(302))],
      rating,
    ],
  ])('%s → %s', (_, exchanges, outcome) => {
    expect(judged(check, ...exchanges)).toBe(outcome);
  });

  test('never asked for → undetermined, and not applicable where everything is redirected', () => {
    const elsewhere = fileResponse(301, [['Location', 'https://www.city.example.jp/']]);

    expect(judged(check)).toBe(purpose === 'directory' ? 'safe' : 'undetermined: not-attempted');
    if (purpose !== 'directory') {
      expect(judged(check, root(elsewhere), ...controlsBeside('/', elsewhere))).toBe('not-applicable');
    }
  });
});

test.each<[string, readonly FileExchange[], string]>([
  ['HEAD without config', [fileAt('git-config', '/.git/config', missingFile)], 'undetermined: one-marker'],
  ['HEAD, silence for config', [fileAt('git-config', '/.git/config', noAnswer)], 'undetermined: timeout'],
])('git: %s → %s', (_, exchanges, outcome) => {
  const head = [fileAt('git-head', '/.git/HEAD', gitHead), ...controlsBeside('/.git/HEAD')];
  expect(judged(gitExposed, ...head, ...exchanges)).toBe(outcome);
});

test.each<[string, FileResponse, string]>([
  ['HEAD as HTML', htmlFile('ref: refs/heads/main'), 'safe'],
  ['a commit’s number', textFile(`${'0a'.repeat(20)}\n`), 'high verified'],
  ['a number that goes on', textFile(`${'0a'.repeat(20)}zzz`), 'safe'],
])('git: %s → %s', (_, head, outcome) => {
  const config = fileAt('git-config', '/.git/config', gitConfig);
  const controls = controlsBeside('/.git/HEAD');
  expect(judged(gitExposed, fileAt('git-head', '/.git/HEAD', head), config, ...controls)).toBe(outcome);
});

test.each<[string, Check, FileExchange['purpose'], FileResponse]>([
  ['one setting', envExposed, 'env', textFile('DB_PASSWORD=x')],
  ['settings without a secret', envExposed, 'env', textFile('COLOR=red\nSIZE=4\n')],
  ['prose with an equals sign', envExposed, 'env', textFile('Hello\nKEY=a\nTOKEN=b')],
  ['settings as HTML', envExposed, 'env', htmlFile('DB_PASSWORD=x\nDB_HOST=y')],
  [
    'an article',
    dirListing,
    'directory',
    htmlFile('<title>Index of /var explained</title><p>Parent Directory</p>'),
  ],
  ['an article', phpinfo, 'phpinfo', htmlFile('<title>How to use phpinfo()</title><p>PHP Version 8.2</p>')],
  ['an article', serverStatus, 'server-status', htmlFile('<h1>Apache Server Status for beginners</h1>')],
  ['an archive sent as a page', backupExposed, 'backup', { ...htmlFile(''), head: '504b0304' }],
  [
    'a text packed for the way',
    backupExposed,
    'backup',
    fileResponse(200, [['Content-Encoding', 'gzip']], '', { head: '1f8b0800' }),
  ],
  ['an empty archive', backupExposed, 'backup', binaryFile('504b0506')],
  ['an article', sqlDump, 'sql-dump', textFile('How to use -- MySQL dump 10')],
  ['a list of words', hgExposed, 'hg', textFile('store\nrevlogv1 and more\n')],
  ['one word', hgExposed, 'hg', textFile('store\n')],
  ['other JSON', actuator, 'actuator', json('{"_links":{"self":{"href":"/api"}}}')],
  ['a sample without its type', metrics, 'metrics', textFile('# HELP a b\na 1\n')],
  ['another XML', configLeak, 'web-config', textFile('<config><system.web/></config>')],
  ['names without hashes', configLeak, 'htpasswd', textFile('admin:\nbob:\n')],
  ['a sentence', configLeak, 'htpasswd', textFile('note:***\nThis is a file.\n')],
  ['PHP without settings', configLeak, 'wp-config', textFile("<?php\necho 'hi';\n")],
  ['another database', svnExposed, 'svn', binaryFile('5374616e64617264204a6574')],
])('%s → safe', (_, check, purpose, response) => {
  expect(judged(check, fileAt(purpose, '/x', response))).toBe('safe');
});

test('env: comments first, a key over several lines → high', () => {
  const body = '# settings\n\nAPP_KEY="-----BEGIN\nabc\n-----END"\nMAIL_PASSWORD=x';
  const exchanges = [fileAt('env', '/.env', textFile(body)), ...controlsBeside('/.env')];
  expect(judged(envExposed, ...exchanges)).toBe('high verified');
});

test('env: the proof names settings, the controls stand beside', () => {
  const exchanges = [fileAt('env', '/.env', settings), ...controlsBeside('/.env')];
  const verdict = verdictOf(envExposed, ...evidenceFor(envExposed, exchanges));

  expect(verdict).toMatchObject({ verdict: 'vulnerable', place: '/.env' });
  expect(verdict.verdict === 'vulnerable' && verdict.proof.map(({ excerpt }) => excerpt)).toEqual([
    expect.stringContaining('APP_'),
    'APP_ENV=',
    'APP_KEY=',
    '404',
    '404',
  ]);
});

test.each([
  [
    'Apache, top folder',
    '<title>Index of /</title><h1>Index of /</h1><a href="?C=N;O=D">Name</a><a href="a/">a/</a>',
  ],
  [
    'IIS',
    '<title>host - /docs/</title><pre><A HREF="/">[To Parent Directory]</A><br><A HREF="/docs/a.txt">a.txt</A>',
  ],
])('dirlisting: %s → low', (_, body) => {
  const exchanges = [fileAt('directory', '/docs/', htmlFile(body)), ...controlsBeside('/docs/')];
  expect(judged(dirListing, ...exchanges)).toBe('low verified');
});

test('files of another name of the same port → undetermined, never a finding of this one', () => {
  const exchanges = [fileAt('env', '/.env', settings), ...controlsBeside('/.env')];
  const other = buildWebFiles(exchanges, {}, { name: 'other.city.example.jp' });

  expect(outcomeOf(envExposed, buildHttps(), other)).toBe('undetermined: no-evidence:web-files');
});

test('evidence of version 1, when these files were part of the web responses → undetermined for each, and readable', () => {
  const { data, ...envelope } = buildHttps();
  const then = { status: 200, headers: [], body: 'ref: refs/heads/main\n', bodyBytes: 21, elapsedMs: 1 };
  const exchange = (purpose: string, url: string) => ({
    purpose,
    url,
    response: { outcome: 'yes', value: then },
  });
  const exchanges = [exchange('root', 'https://a/'), exchange('git-head', 'https://a/.git/HEAD')];
  const old = parseEvidence({
    ...envelope,
    schema: 1,
    data: { scheme: data.scheme, host: data.host, exchanges },
  });
  const checks = { 'http.git-exposed': gitExposed, 'http.env': envExposed, 'http.phpinfo': phpinfo };

  expect(evaluate(checks, [old]).map(({ verdict }) => verdict)).toEqual(
    Object.keys(checks).map(() => ({ verdict: 'undetermined', reason: 'no-evidence:web-files' })),
  );
});

import { describe, expect, test } from 'vitest';
import {
  buildWebFiles,
  controlsBeside,
  type FileExchange,
  type FileResponse,
  fileAt,
  fileResponse,
  htmlFile,
  origin,
  textFile,
} from '../../evidence/web-files/build.fixture.ts';
import { type Knowledge, noKnowledge } from '../../knowledge/knowledge.ts';
import { retire } from '../../knowledge/retire/retire.fixture.ts';
import { unknown } from '../../model/observed.ts';
import { outcomeOf, verdictKnowing } from '../outcome.fixture.ts';
import { cmsVersion } from './cms-version.ts';
import { debugPage } from './debug.ts';
import { jsLibraryVuln } from './js-library-vuln.ts';

describe('debug', () => {
  const after = (response: FileResponse) => controlsBeside('/', response);

  test.each<[string, readonly FileExchange[], string]>([
    ['a page of 404', controlsBeside('/'), 'safe'],
    ['a page of 500 without a word', after(htmlFile('<h1>Server Error</h1>', [], 500)), 'safe'],
    [
      'a wall',
      [fileAt('root', '/', fileResponse(403)), ...after(fileResponse(403))],
      'undetermined: blocked',
    ],
    ['silence', controlsBeside('/', unknown('timeout')), 'undetermined: timeout'],
    [
      'an article about it',
      after(htmlFile('<p>Set DEBUG = True, see Rails.root: and window.ignite()</p>', [], 404)),
      'safe',
    ],
    [
      'Django',
      after(
        htmlFile(
          '<title>Page not found at /k3</title>Using the URLconf defined in <code>city.urls</code> … <code>DEBUG = True</code>',
          [],
          404,
        ),
      ),
      'medium verified',
    ],
    [
      'Symfony',
      after(
        htmlFile(
          '<title>No route found for "GET /k3" (404 Not Found)</title><div class="exception-summary">',
          [],
          404,
        ),
      ),
      'medium verified',
    ],
    [
      'Laravel',
      after(htmlFile('<script>window.ignite({"trace":[{"class":"Illuminate\\\\Routing\\\\Router"', [], 500)),
      'medium verified',
    ],
    [
      'Rails',
      after(htmlFile('<h1>Routing Error</h1><p><code>Rails.root: /srv/city</code>', [], 404)),
      'medium verified',
    ],
    [
      'Werkzeug',
      after(
        htmlFile(
          '<title>KeyError // Werkzeug Debugger</title><script src="?__debugger__=yes&cmd=resource">',
          [],
          500,
        ),
      ),
      'medium verified',
    ],
  ])('%s → %s', (_, exchanges, outcome) => {
    expect(outcomeOf(debugPage, buildWebFiles(exchanges))).toBe(outcome);
  });
});

describe('cms-version', () => {
  const generator = fileAt('root', '/', htmlFile('<meta name="generator" content="WordPress 6.4.2" />'));
  const feed = (version: string) =>
    fileAt(
      'cms-version',
      '/feed/',
      fileResponse(200, [], `<generator>https://wordpress.org/?v=${version}</generator>`),
    );

  test.each<[string, readonly FileExchange[], string]>([
    ['no system', [], 'not-applicable'],
    ['its generator alone', [generator, fileAt('cms-version', '/feed/', fileResponse(404))], 'safe'],
    ['two that agree', [generator, feed('6.4.2')], 'info verified'],
    ['two that disagree', [generator, feed('5.0')], 'safe'],
    [
      'an answer of 404 that says it',
      [
        generator,
        {
          ...feed('6.4.2'),
          response: { outcome: 'yes', value: fileResponse(404, [], 'v=6.4.2</generator>') },
        },
      ],
      'safe',
    ],
    [
      'jQuery’s version twice',
      [
        fileAt('root', '/', htmlFile('<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1">')),
        fileAt(
          'wordpress',
          '/wp-login.php',
          htmlFile('<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1">'),
        ),
      ],
      'safe',
    ],
    [
      'Drupal by generator and change log',
      [
        fileAt('root', '/', htmlFile('<meta name="Generator" content="Drupal 7 (https://www.drupal.org)">')),
        fileAt('cms-version', '/CHANGELOG.txt', textFile('\nDrupal 7.59, 2018-04-25\n')),
      ],
      'info verified',
    ],
    ['silence', [fileAt('root', '/', unknown('timeout'))], 'undetermined: timeout'],
  ])('%s → %s', (_, exchanges, outcome) => {
    expect(outcomeOf(cmsVersion, buildWebFiles(exchanges))).toBe(outcome);
  });
});

describe('js-library-vuln', () => {
  const own = `${origin}/js/lib.js`;
  const script = (body: string, change: Partial<FileResponse> = {}) =>
    fileAt('script', '/js/lib.js', fileResponse(200, [['Content-Type', 'text/javascript']], body, change));

  function judged(
    exchanges: readonly FileExchange[],
    scripts: string[],
    knowledge: Knowledge = { ...noKnowledge, retire },
  ) {
    const verdict = verdictKnowing(knowledge, jsLibraryVuln, buildWebFiles(exchanges, { scripts }));
    if (verdict.verdict === 'vulnerable') return `${verdict.severity} ${verdict.confidence}`;
    return verdict.verdict === 'undetermined' ? `undetermined: ${verdict.reason}` : verdict.verdict;
  }

  test.each<[string, readonly FileExchange[], string[], string]>([
    ['no script', [], [], 'not-applicable'],
    ['no page', [fileAt('root', '/', fileResponse(404))], [], 'not-applicable'],
    ['no answer', [fileAt('root', '/', unknown('timeout'))], [], 'undetermined: timeout'],
    [
      'a page cut short',
      [fileAt('root', '/', { ...htmlFile('<p>'), complete: false })],
      [],
      'undetermined: page-cut-short',
    ],
    ['a weak one, read', [script('/*! jQuery v1.12.4 | (c)')], [own], 'medium verified'],
    ['a weak one, by name', [], ['https://cdn.example/jquery-1.12.4.min.js'], 'medium inferred'],
    ['a critical advisory, by name', [], ['https://cdn.example/nextjs/13.0.1/x.js'], 'medium inferred'],
    [
      'a mild one by its hash',
      [script('x', { digests: { md5: '0'.repeat(32), sha1: '07f8b94c8d601a24a1914a1a92bec0e4fafda964' } })],
      [own],
      'low verified',
    ],
    [
      'a weak one read, a worse one by name',
      [script('/*! jQuery v3.4.1 |')],
      [own, 'https://cdn.example/nextjs/13.0.1/x.js'],
      'medium verified',
    ],
    ['the newest', [script('/*! jQuery v3.7.1 |')], [own], 'safe'],
    ['its own code', [script('let a = 1;')], [own], 'safe'],
    ['another host’s without a version', [], ['https://cdn.example/tag.js'], 'safe'],
    [
      'an error page in its place',
      [fileAt('script', '/js/lib.js', fileResponse(404, [], '/*! jQuery v1.12.4'))],
      [own],
      'safe',
    ],
    ['one that was not asked for', [], [own], 'undetermined: not-attempted'],
    [
      'one that did not come',
      [fileAt('script', '/js/lib.js', unknown('reset'))],
      [own],
      'undetermined: reset',
    ],
    [
      'a long one, nothing in its beginning',
      [script('let a', { complete: false })],
      [own],
      'undetermined: page-cut-short',
    ],
    ['a long one with a new banner', [script('/*! jQuery v3.7.1 |', { complete: false })], [own], 'safe'],
  ])('%s → %s', (_, exchanges, scripts, outcome) => {
    expect(judged(exchanges, scripts)).toBe(outcome);
  });

  test('the feed was never imported → undetermined, however old the library', () => {
    expect(judged([script('/*! jQuery v1.12.4 |')], [own], noKnowledge)).toBe('undetermined: no-feed:retire');
  });

  test('one finding a page, each library once, told with its CVEs', () => {
    const scripts = [own, 'https://cdn.example/jquery-1.12.4.js', 'https://cdn.example/nextjs/13.0.1/x.js'];
    const files = buildWebFiles([script('/*! jQuery v1.12.4 |')], { scripts });
    const verdict = verdictKnowing({ ...noKnowledge, retire }, jsLibraryVuln, files);

    expect(verdict).toMatchObject({ verdict: 'vulnerable', proof: [expect.anything(), expect.anything()] });
    expect(verdict.verdict === 'vulnerable' && verdict.detail?.en).toContain(
      'jquery 1.12.4 (CVE-2015-9251, CVE-2020-11023); nextjs 13.0.1 (CVE-2025-29927)',
    );
  });
});

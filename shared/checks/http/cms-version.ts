import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { judgeUnshown } from './exposure.ts';
import {
  answersFor,
  askedFor,
  type FileAnswer,
  type FilePurpose,
  type FilesEvidence,
  isServed,
  proofOf,
} from './files.ts';

interface Source {
  /** Where it says so; sources count once each, however often they repeat it. */
  readonly purposes: readonly FilePurpose[];
  /** The first group is the version. */
  readonly pattern: RegExp;
}

const front: readonly FilePurpose[] = ['root', 'redirected'];
const version = '(\\d{1,3}(?:\\.\\d{1,4}){1,3})';

/** Files of WordPress that carry its own version; those of jQuery in the same folder carry that of jQuery. */
const coreAsset = new RegExp(
  `(?:wp-emoji-release|block-library/style|css/(?:login|buttons|dashicons|forms|l10n))(?:\\.min)?\\.(?:js|css)\\?ver=${version}["'&]`,
);

/** Places where each system tells its version by itself: a generator is often stale or forged, two that agree are not. */
const systems: readonly (readonly [system: string, sources: readonly Source[]])[] = [
  [
    'WordPress',
    [
      { purposes: front, pattern: new RegExp(`<meta name="generator" content="WordPress ${version}`, 'i') },
      {
        purposes: front,
        pattern: coreAsset,
      },
      {
        purposes: ['wordpress'],
        pattern: coreAsset,
      },
      {
        purposes: ['cms-version'],
        pattern: new RegExp(`<generator>https?://wordpress\\.org/\\?v=${version}</generator>`),
      },
    ],
  ],
  [
    'Joomla!',
    [
      {
        purposes: ['cms-version'],
        pattern: new RegExp(`<extension[^>]{0,200}type="file"[\\s\\S]{0,2000}<version>${version}</version>`),
      },
      {
        purposes: ['cms-version'],
        pattern: new RegExp(`<metafile[\\s\\S]{0,1000}<version>${version}</version>`),
      },
    ],
  ],
  [
    'Drupal',
    [
      { purposes: front, pattern: /<meta name="Generator" content="Drupal (\d{1,2})/i },
      { purposes: ['cms-version'], pattern: /^\s*Drupal (\d{1,2})\.\d/ },
    ],
  ],
  [
    'Movable Type',
    [
      {
        purposes: front,
        pattern: new RegExp(`<meta name="generator" content="Movable Type[^"\\d]{0,40}${version}`, 'i'),
      },
      { purposes: ['movable-type'], pattern: new RegExp(`[?&]v=${version}["'&]`) },
    ],
  ],
];

export const cmsVersion = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'info',
  text: {
    safe: {
      ja: 'CMS（サイトの更新に使うソフトウェア）の版数は表示されていません',
      en: 'The version of the content management system is not disclosed',
    },
    vulnerable: {
      ja: 'CMS（サイトの更新に使うソフトウェア）の版数が表示されています',
      en: 'The version of the content management system is disclosed',
    },
    why: {
      ja: '版数が外部から分かると、弱点のある版を探している攻撃者に見つけられやすくなります。隠すことよりも、更新を続けることが大切です。',
      en: 'Attackers who look for versions with known weaknesses find the site more easily. Keeping it up to date matters more than hiding it.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(`${curl('')} | grep -iE 'name="generator"|[?]ver='`, {
    ja: 'CMS を最新の版に更新します。そのうえで、ページの generator の表示を止め（WordPress は remove_action("wp_head", "wp_generator")）、readme や CHANGELOG を外部から読めないようにします。',
    en: 'Update the system. Then stop the generator element (WordPress: remove_action("wp_head", "wp_generator")), and keep readme and CHANGELOG from being read from outside.',
  }),
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/01-Information_Gathering/08-Fingerprint_Web_Application_Framework',
    'https://cwe.mitre.org/data/definitions/200.html',
  ],
  detect: ({ 'web-files': files }) => disclosed(files) ?? undisclosed(files),
});

interface Told {
  readonly version: string;
  readonly answer: FileAnswer;
  readonly part: string;
}

/** A version that two sources agree on. */
function disclosed(files: FilesEvidence): Verdict | undefined {
  for (const [system, sources] of systems) {
    const told = sources.flatMap((source) => toldBy(files, source) ?? []);
    for (const [agreed, by] of Map.groupBy(told, (one) => one.version)) {
      const [first, second] = by;
      if (first === undefined || second === undefined) continue;
      const proof = ({ answer, part }: Told) => proofOf(files, answer, { path: ['body'], part });
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [proof(first), proof(second)],
        detail: { ja: `${system} ${agreed} と表示されています。`, en: `It says ${system} ${agreed}.` },
      };
    }
  }
  return undefined;
}

function toldBy(files: FilesEvidence, { purposes, pattern }: Source): Told | undefined {
  for (const answer of answersFor(files, ...purposes).filter(({ response }) => isServed(response))) {
    const [part, version] = pattern.exec(answer.response.body) ?? [];
    if (part !== undefined && version !== undefined) return { version, answer, part };
  }
  return undefined;
}

/** One source alone is no disclosure that could be shown; where there is none at all, no system was recognised. */
function undisclosed(files: FilesEvidence): Verdict {
  const verdict = judgeUnshown(files, askedFor(files, 'root', 'redirected'));
  const asked = askedFor(files, 'cms-version', 'wordpress', 'movable-type').length > 0;
  return verdict === safe && !asked ? notApplicable : verdict;
}

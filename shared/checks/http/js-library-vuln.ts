import { compareSeverity, worst } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { curl } from './confirm.ts';
import { judgeUnshown } from './exposure.ts';
import { answersFor, askedFor, type FilesEvidence, isServed } from './files.ts';
import { unreadScript, type WeakLibrary, weakLibraries } from './page-scripts.ts';
import { isCutShort, isHtml } from './pages.ts';

export const jsLibraryVuln = defineCheck({
  version: 1,
  needs: ['web-files'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'トップページが読み込む JavaScript ライブラリーに、弱点が知られている版は見つかりません',
      en: 'No JavaScript library of the front page was recognised as a version with known weaknesses',
    },
    vulnerable: {
      ja: '弱点が知られている版の JavaScript ライブラリーを使っています',
      en: 'A JavaScript library is used in a version with known weaknesses',
    },
    why: {
      ja: '古いライブラリーの弱点を使って、閲覧した住民の画面に偽の内容を表示されたり、入力した情報を盗まれたりするおそれがあります。実際に影響するかどうかは、ページでの使い方によります。',
      en: 'Weaknesses of an old library may be used to show forged content to residents or to steal what they type. Whether they really apply depends on how the pages use it.',
    },
  },
  action: 'software-update',
  fixes: fixList(`${curl('')} | grep -io '<script[^>]*src=[^>]*>'`, {
    ja: 'サイトを管理する事業者に、該当するライブラリーを弱点のない版に更新するよう依頼します。CMS の一部として入っている場合は、CMS とプラグインを更新します。使っていないライブラリーは読み込みをやめます。',
    en: 'Ask whoever maintains the site to update the library to a version without known weaknesses. Where it came with the CMS, update the CMS and its plug-ins. Stop loading libraries that are not used.',
  }),
  references: [
    'https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/',
    'https://retirejs.github.io/retire.js/',
  ],
  detect: ({ 'web-files': files }, _at, { retire }) => {
    if (retire === null) return undetermined('no-feed:retire');
    const [worstFirst, ...others] = weakLibraries(retire, files).toSorted(byWeight);
    if (worstFirst !== undefined) return accuse([worstFirst, ...others]);
    if (files.data.scripts.length === 0) return withoutScripts(files);
    const unread = unreadScript(retire, files);
    return unread === undefined ? safe : undetermined(unread);
  },
});

/** One finding a page: whoever updates one library looks at the others as well. Read in the file counts before its name. */
function accuse(libraries: readonly [WeakLibrary, ...WeakLibrary[]]): Verdict {
  const read = libraries.filter(({ sighting }) => sighting.by !== 'url');
  const rated = (read.length > 0 ? read : libraries).map(severityOf);
  const [first, ...rest] = libraries;
  return {
    verdict: 'vulnerable',
    confidence: read.length > 0 ? 'verified' : 'inferred',
    severity: worst(rated) ?? 'low',
    proof: [first.proof, ...rest.map(({ proof }) => proof)],
    detail: told(libraries),
  };
}

/** As the advisory rates it, but no more than medium: it takes a page that uses what is weak. */
function severityOf({ weaknesses }: WeakLibrary) {
  const rated = worst(weaknesses.map(({ severity }) => severity)) ?? 'low';
  return compareSeverity(rated, 'medium') < 0 ? 'medium' : rated;
}

function byWeight(a: WeakLibrary, b: WeakLibrary): number {
  const read = Number(a.sighting.by === 'url') - Number(b.sighting.by === 'url');
  return read || compareSeverity(severityOf(a), severityOf(b));
}

const mostNamed = 8;
const mostCves = 3;

function told(libraries: readonly WeakLibrary[]): Text {
  const named = libraries.slice(0, mostNamed).map(({ sighting, weaknesses }) => {
    const cves = [...new Set(weaknesses.flatMap((one) => one.cves))];
    const library = `${sighting.library.name} ${sighting.version}`;
    return { library, cves: cves.slice(0, mostCves), more: Math.max(0, cves.length - mostCves) };
  });
  const list = (more: (count: number) => string) =>
    named.map(
      ({ library, cves, more: count }) =>
        `${library}${cves.length === 0 ? '' : ` (${cves.join(', ')}${count === 0 ? '' : more(count)})`}`,
    );
  return {
    ja: `見つかったもの: ${list((count) => ` ほか ${count} 件`).join('、')}。弱点の評価は公表された勧告によりますが、影響は使い方によるため、中までとしています。`,
    en: `Found: ${list((count) => ` and ${count} more`).join('; ')}. Rated as published, but medium at most, because it depends on how the page uses it.`,
  };
}

function withoutScripts(files: FilesEvidence): Verdict {
  const page = answersFor(files, 'root', 'redirected').at(-1);
  if (page === undefined || !isServed(page.response) || !isHtml(page.response)) {
    const verdict = judgeUnshown(files, askedFor(files, 'root', 'redirected'));
    return verdict === safe ? notApplicable : verdict;
  }
  return isCutShort(page.response) ? undetermined('page-cut-short') : notApplicable;
}

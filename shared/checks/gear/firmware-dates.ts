import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { answerAt } from '../exposed/markers.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';

/** A release that closed flaws which are being exploited. */
export interface SecurityRelease {
  /** `2024-02-08`, the day of the vendor's notice. */
  readonly publishedOn: string;
  /** The advisory, as people look it up. */
  readonly advisory: string;
}

/** What an old VPN device means. */
export const outdatedGateway: Text = {
  ja: 'VPN 装置の弱点は、公表から数日のうちに世界中で悪用され、身代金要求型の攻撃の入口になっています。日本の自治体や病院でも、更新されていない装置から侵入された被害が出ています。',
  en: 'Flaws of VPN devices are exploited all over the world within days of becoming known, and are how ransomware gets in. Municipalities and hospitals in Japan have been entered through devices that were not updated.',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The firmware's age by `Last-Modified` of a file that comes with it (RFC 9110 §8.8.2). A file older than a security
 * release does not prove that the release is missing: some releases leave the file as it was. So it is inferred, and
 * a file that is newer says no more than that nothing speaks for it.
 */
export function judgeFirmwareDate(
  evidence: EvidenceOf<'web-gear'>,
  paths: readonly string[],
  releases: readonly SecurityRelease[],
): Verdict {
  const answer = paths
    .map((path) => answerAt(evidence, path))
    .find((found) => found?.response.outcome === 'yes');
  if (answer?.response.outcome !== 'yes') return notApplicable;
  const { headers } = answer.response.value;
  const index = headers.findIndex(([name]) => name.toLowerCase() === 'last-modified');
  const builtOn = dayOf(headers[index]?.[1] ?? '');
  if (builtOn === undefined) return undetermined('no-proof');
  const missing = releases.filter(({ publishedOn }) => builtOn < publishedOn);
  if (missing.length === 0) return safe;
  const names = missing.map(({ advisory, publishedOn }) => `${advisory} (${publishedOn})`).join(', ');
  return {
    verdict: 'vulnerable',
    confidence: 'inferred',
    proof: [proofAt(evidence, ['exchanges', answer.index, 'response', 'value', 'headers', index, 1])],
    detail: {
      ja: `ファームウェアの部品の日付が ${builtOn} で、その後に出た修正（${names}）が入っていないおそれがあります。機器の管理画面で版を確かめてください。`,
      en: `A file of the firmware is dated ${builtOn}; later fixes (${names}) may be missing. Check the version on the device itself.`,
    },
  };
}

/** `Thu, 08 Feb 2024 10:00:00 GMT` → `2024-02-08`. */
function dayOf(date: string): string | undefined {
  const [, day, month, year] = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) /.exec(date) ?? [];
  const number = months.indexOf(month ?? '') + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day}`;
}

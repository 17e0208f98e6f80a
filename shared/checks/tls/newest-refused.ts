import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Severity } from '../../model/severity.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';
import { easeForMailServers } from './opportunistic.ts';
import { accepted, highestAccepted, noHandshake, spelt, type TlsVersion } from './version-offered.ts';

/** None of `wanted` is spoken although the server speaks something older; the older ServerHello is the proof of that. */
export function newestRefused(
  evidence: EvidenceOf<'tls-hello'>,
  wanted: readonly TlsVersion[],
  usual: Severity,
): Verdict {
  const { versions } = evidence.data;
  if (wanted.some((version) => versions[version].outcome === 'yes')) return safe;
  const older = highestAccepted(evidence.data);
  const offer = older && versions[older];
  if (older === undefined || offer?.outcome !== 'yes') return noHandshake(evidence.data);
  for (const version of wanted) {
    const refused = versions[version];
    if (refused.outcome === 'unknown') return undetermined(refused.reason);
  }
  const spoken = accepted(evidence, ['versions', older], offer.value);
  const refusals = wanted.map((version) => proofAt(evidence, ['versions', version, 'outcome']));
  return easeForMailServers(
    {
      ...spoken,
      proof: [...spoken.proof, ...refusals],
      detail: {
        ja: `使える最も新しい版は ${spelt(older)} でした。`,
        en: `The newest version spoken is ${spelt(older)}.`,
      },
    },
    evidence,
    usual,
  );
}

import { type AssetRow, type ProofRow, updateProof } from '@enkaku/shared/db/asset.ts';
import { appendAudit } from '@enkaku/shared/db/audit.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import { addMs } from '@enkaku/shared/model/instant.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Context } from '../../context.ts';
import { checkFile } from '../../proof/check-file.ts';
import { checkTxt } from '../../proof/check-txt.ts';
import type { ProofOutcome } from '../../proof/outcome.ts';
import { openNames } from '../../proof/resolve.ts';
import { version } from '../../version.ts';

export const proofValidMs = 365 * 24 * 3_600_000;

/** Looks now, and records what came out. What was proven before stays proven when a later look fails. */
export async function verifyNow(
  context: Context,
  asset: AssetRow,
  proof: ProofRow,
  by: { readonly userId: string; readonly locale: Locale },
): Promise<void> {
  const { config, store } = context;
  const names = openNames(config.resolver);
  const outcome: ProofOutcome =
    proof.method === 'dns-txt'
      ? await checkTxt(asset, proof.token, config.network, names)
      : await checkFile(asset, proof.token, {
          network: config.network,
          names,
          labPort: config.proofHttpPort,
          userAgent: `Enkaku/${version} (+${config.url.origin}/scanner; proof)`,
        });
  const at = context.now();
  await store.db.transaction().execute(async (trx) => {
    await updateProof(
      trx,
      proof.id,
      outcome.outcome === 'proven' ? proven(outcome, at, by.userId) : failedTry(outcome, by.locale),
    );
    await appendAudit(trx, store.engine, {
      at,
      actor: by.userId,
      action: outcome.outcome === 'proven' ? 'proof.proven' : 'proof.failed',
      subject: proof.id,
      detail: { asset: asset.id, method: proof.method, outcome },
    });
  });
}

function proven(
  outcome: Extract<ProofOutcome, { outcome: 'proven' }>,
  at: ReturnType<Context['now']>,
  userId: string,
) {
  return {
    state: 'proven',
    addresses: encodeJson(outcome.addresses),
    evidence: outcome.evidence,
    verifiedBy: userId,
    verifiedAt: at,
    expiresAt: addMs(at, proofValidMs),
    failure: null,
  } as const;
}

function failedTry(outcome: Extract<ProofOutcome, { outcome: 'failed' }>, locale: Locale) {
  return { failure: outcome.reason[locale] } as const;
}

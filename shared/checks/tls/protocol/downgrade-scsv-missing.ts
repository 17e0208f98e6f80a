import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { versionsWithFamilies } from '../family-accepted.ts';
import { versionFixes } from '../fixes.ts';
import { easeForMailServers } from '../opportunistic.ts';
import { rfc9325 } from '../references.ts';
import { accepted, judgeSpoken } from '../version-offered.ts';

export const downgradeScsvMissing = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'low',
  text: {
    safe: {
      ja: '版を下げさせる攻撃を見分けます（TLS_FALLBACK_SCSV）',
      en: 'Forced downgrades are recognised (TLS_FALLBACK_SCSV)',
    },
    vulnerable: {
      ja: '版を下げさせる攻撃を見分けません（TLS_FALLBACK_SCSV 未対応）',
      en: 'Forced downgrades are not recognised (no TLS_FALLBACK_SCSV)',
    },
    why: {
      ja: '通信を妨害して古い版の暗号で接続し直させる攻撃があります。サーバーがこの仕組みに対応していれば気づいて断れますが、対応していないため、弱い版での通信に誘い込まれるおそれがあります。',
      en: 'An attacker can disturb connections until a client retries with an older version. A server with this mechanism notices and refuses; this one does not, so people can be drawn into weaker versions.',
    },
  },
  action: 'tls-settings',
  fixes: versionFixes,
  references: ['https://www.rfc-editor.org/rfc/rfc7507', rfc9325],
  detect: ({ 'tls-hello': hello }) => judgeFallback(hello),
});

/** RFC 7507: with one version up to TLS 1.2 there is nothing to fall back to, and TLS 1.3 has a mark of its own. */
function judgeFallback(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { versions, fallback } = hello.data;
  const known = versionsWithFamilies.map((version) => versions[version].outcome);
  const spoken = known.filter((outcome) => outcome === 'yes').length;
  if (spoken < 2 && !known.includes('unknown') && fallback.outcome !== 'yes') return notApplicable;
  return judgeSpoken(hello, fallback, {
    no: safe,
    yes: (value) => easeForMailServers(accepted(hello, ['fallback'], value), hello, 'low'),
  });
}

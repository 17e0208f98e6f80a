import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { hostKeyFixes } from '../fixes.ts';
import { opensshLegacy, rfc8332 } from '../references.ts';

const signsWithSha1 = /^ssh-(rsa|dss)(-cert-v0[01]@openssh\.com)?$/;

export const sha1Only = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'low',
  text: {
    safe: {
      ja: 'サーバーの署名に SHA-1 以外の方式を選べます',
      en: 'The host key can sign without SHA-1',
    },
    vulnerable: {
      ja: 'SSH サーバーの署名方式が SHA-1 だけです',
      en: 'The SSH host key signs with SHA-1 only',
    },
    why: {
      ja: 'サーバーが本物であることを示す署名に、衝突が作られた古いハッシュ関数 SHA-1 しか使えません。新しい OpenSSH はこの署名を受け付けないため、ある日突然、保守の接続ができなくなることもあります。',
      en: 'The signature that shows the server to be the real one uses SHA-1 alone, whose collisions have been produced in practice. Current OpenSSH refuses it, so maintenance may one day simply stop working.',
    },
  },
  action: 'ssh-settings',
  fixes: hostKeyFixes,
  references: [rfc8332, opensshLegacy],
  detect: ({ 'ssh-kexinit': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'ssh-kexinit'>): Verdict {
  return judge(evidence.data.kexinit, {
    no: notApplicable,
    yes: ({ hostKeys }) => {
      if (hostKeys.length === 0 || hostKeys.some((name) => !signsWithSha1.test(name))) return safe;
      const proof = [proofAt(evidence, ['kexinit', 'value', 'hostKeys'])] as const;
      return { verdict: 'vulnerable', confidence: 'verified', proof };
    },
  });
}

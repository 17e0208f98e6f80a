import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { terrapinFixes } from './fixes.ts';
import type { Kexinit } from './offers.ts';

export const terrapin = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'Terrapin 攻撃（CVE-2023-48795）の条件に当てはまりません',
      en: 'The conditions of the Terrapin attack (CVE-2023-48795) are not met',
    },
    vulnerable: {
      ja: 'SSH が Terrapin 攻撃（CVE-2023-48795）を受ける状態です',
      en: 'SSH is open to the Terrapin attack (CVE-2023-48795)',
    },
    why: {
      ja: '通信の途中に割り込める者が、接続の初めのやり取りを気づかれずに取り除き、追加の保護機能を止められます。パスワードがすぐに読まれるものではありませんが、管理用の接続の安全性が下がります。',
      en: 'Someone between client and server can remove messages at the start of a connection unnoticed and so switch off extra protections. Passwords are not read by this alone, but administrative sessions lose part of their safety.',
    },
  },
  action: 'ssh-settings',
  fixes: terrapinFixes,
  references: [
    'https://terrapin-attack.com/',
    'https://nvd.nist.gov/vuln/detail/CVE-2023-48795',
    'https://www.openssh.com/txt/release-9.6',
  ],
  cves: ['CVE-2023-48795'],
  detect: ({ 'ssh-kexinit': evidence }) => detect(evidence),
});

const strictKex = 'kex-strict-s-v00@openssh.com';

/** The modes of §4 of the Terrapin paper; strict key exchange closes the hole for all of them. */
function detect(evidence: EvidenceOf<'ssh-kexinit'>): Verdict {
  return judge(evidence.data.kexinit, {
    no: notApplicable,
    yes: (kexinit) => {
      if (kexinit.kex.includes(strictKex)) return safe;
      const at = exposedMode(kexinit);
      if (at === undefined) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(evidence, ['kexinit', 'value', ...at]),
          proofAt(evidence, ['kexinit', 'value', 'kex']),
        ],
        detail: {
          ja: `狙われる暗号方式（${kexinit[at[0]][at[1]]}）があり、対策の印（${strictKex}）がありません。`,
          en: `It offers a mode that is attacked (${kexinit[at[0]][at[1]]}) and no sign of the remedy (${strictKex}).`,
        },
      };
    },
  });
}

type CipherList = 'ciphersServerToClient' | 'ciphersClientToServer';

function exposedMode(kexinit: Kexinit): readonly [CipherList, number] | undefined {
  const directions = [
    ['ciphersServerToClient', 'macsServerToClient'],
    ['ciphersClientToServer', 'macsClientToServer'],
  ] as const;
  for (const [ciphers, macs] of directions) {
    const hasEtm = kexinit[macs].some((name) => name.endsWith('-etm@openssh.com'));
    const index = kexinit[ciphers].findIndex(
      (name) => name.startsWith('chacha20-poly1305') || (hasEtm && /-cbc(@.+)?$/.test(name)),
    );
    if (index !== -1) return [ciphers, index];
  }
  return undefined;
}

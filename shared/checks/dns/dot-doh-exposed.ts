import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';
import { rfc7858 } from './references.ts';

export const dotDohExposed = defineCheck({
  version: 1,
  needs: ['ports'],
  severity: 'info',
  text: {
    safe: { ja: '暗号化した DNS の窓口は公開されていません', en: 'No encrypted DNS service is open' },
    vulnerable: {
      ja: '暗号化した DNS の窓口（DNS over TLS）が公開されています',
      en: 'An encrypted DNS service (DNS over TLS) is open',
    },
    why: {
      ja: '庁内用のリゾルバーなら、誰でも使える状態になっていないかを確かめます。住民向けに公開しているなら問題ありません。',
      en: 'If it is a resolver for the office, see whether anyone can use it. If it is meant for the public, all is well.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'openssl s_client -connect {host}:853 -alpn dot </dev/null',
    {
      ja: '公開の必要がなければ、ファイアウォールで 853 番を庁内だけに限ります。',
      en: 'Unless it has to be public, limit port 853 to your own networks in the firewall.',
    },
    {
      unbound: {
        ja: 'unbound.conf の server で、応じる範囲を限ります（192.0.2.0/24 を庁内の範囲に読み替えます）。',
        en: 'Limit whom it serves in the server section of unbound.conf (with your own range in place of 192.0.2.0/24).',
        snippet: 'access-control: 0.0.0.0/0 refuse\naccess-control: 192.0.2.0/24 allow',
      },
      bind: {
        ja: 'named.conf の options で、応じる範囲を限ります。',
        en: 'Limit whom it serves in options of named.conf.',
        snippet: 'allow-query { localhost; 192.0.2.0/24; };',
      },
    },
  ),
  references: [rfc7858, 'https://www.rfc-editor.org/rfc/rfc8484'],
  detect: ({ ports: evidence }) => detect(evidence),
});

/** RFC 7858 §3.1. */
const dotPort = 853;

function detect(evidence: EvidenceOf<'ports'>): Verdict {
  const index = evidence.data.ports.findIndex(
    ({ port, state, transport }) => port === dotPort && transport === 'tcp' && state === 'open',
  );
  const port = evidence.data.ports[index];
  if (port === undefined) return evidence.data.complete ? safe : undetermined('ports-incomplete');
  const isTls = port.service?.tunnel === 'ssl';
  return {
    verdict: 'vulnerable',
    confidence: isTls ? 'verified' : 'inferred',
    proof: [proofAt(evidence, ['ports', index, 'port']), proofAt(evidence, ['ports', index, 'state'])],
    place: `${dotPort}/tcp`,
  };
}

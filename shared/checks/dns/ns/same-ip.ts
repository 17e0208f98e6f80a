import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { sameName } from '../../../model/host-name.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc2182 } from '../references.ts';
import { isZone, serversOf, withoutServers } from '../servers.ts';
import { proofOf } from '../zone-data.ts';
import { serverAddresses } from './addresses.ts';

export const nsSameIp = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'DNS サーバーのアドレスはそれぞれ別です',
      en: 'The name servers have addresses of their own',
    },
    vulnerable: {
      ja: '複数の DNS サーバー名が同じアドレスを指しています',
      en: 'Several name servers share one address',
    },
    why: {
      ja: '名前は 2 台分ありますが、実際には同じサーバーです。それが止まると、ホームページもメールもすべて使えなくなります。',
      en: 'There are two names, but one server. When it stops, web and mail stop with it.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes('dig {domain} NS +short | xargs -n1 dig +short', {
    ja: '別のサーバーを用意して 2 台目の名前のアドレスを直すか、名前を一つにして別の事業者の DNS サーバーを加えます。',
    en: 'Give the second name the address of another server, or drop it and add a name server of another provider.',
  }),
  references: [rfc2182],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const found = serverAddresses(evidence);
  const [first] = found;
  if (first === undefined)
    return serversOf(evidence).length === 0 ? withoutServers(evidence) : undetermined('no-answer');
  const shared = found.find((one) =>
    found.some(
      (other) => other.record.data === one.record.data && !sameName(other.record.name, one.record.name),
    ),
  );
  if (shared === undefined) return safe;
  const twin = found.find(
    (one) => one.record.data === shared.record.data && !sameName(one.record.name, shared.record.name),
  );
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofOf(evidence, shared), proofOf(evidence, twin ?? shared)],
    place: `${shared.record.name} ${twin?.record.name ?? ''} ${shared.record.data}`,
  };
}

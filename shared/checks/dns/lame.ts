import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { safe, undetermined } from '../verdicts.ts';
import { holdsSoa, judgeReach } from './authority.ts';
import { delegationFixes } from './fixes.ts';
import { answerProof, rcode } from './questions.ts';
import { jprsLame, rfc1912 } from './references.ts';

export const lame = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: '委任先の DNS サーバーはすべてゾーンに答えます',
      en: 'Every delegated name server serves the zone',
    },
    vulnerable: {
      ja: '委任されているのにゾーンを持たない DNS サーバーがあります',
      en: 'A delegated name server does not serve the zone',
    },
    why: {
      ja: '名前解決のたびに答えられないサーバーへの問い合わせが混ざり、ホームページやメールが遅くなったり、ときどき失敗したりします。使われなくなったサーバーを他人が引き継ぐと、偽の答えを返されるおそれもあります。',
      en: 'Part of all look-ups goes to a server that cannot answer: web and mail become slow or fail now and then. If somebody else takes over a server that was given up, forged answers are possible as well.',
    },
  },
  action: 'dns-server',
  fixes: delegationFixes('dig @{server} -p {port} {domain} SOA +norecurse', {
    ja: 'そのサーバーにゾーンを設定して転送が届くようにするか、使わないならゾーンの NS からも登録事業者への届け出からも外します。',
    en: 'Configure the zone on that server so that transfers reach it, or remove it both from the NS records of the zone and at the registrar.',
  }),
  references: [rfc1912, jprsLame],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

const refusals: readonly number[] = [rcode.refused, rcode.notAuth, rcode.nxDomain, rcode.servFail];

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeReach(evidence, (soa, answer) => {
    if (holdsSoa(answer)) return safe;
    const isReferral = answer.rcode === rcode.noError && !answer.flags.aa;
    if (!refusals.includes(answer.rcode) && !isReferral) return undetermined(`rcode-${answer.rcode}`);
    // A server that fails may be in trouble for a moment; one that refuses has not got the zone.
    const confidence = answer.rcode === rcode.servFail ? 'inferred' : 'verified';
    return {
      verdict: 'vulnerable',
      confidence,
      proof: [answerProof(evidence, soa, 'rcode'), answerProof(evidence, soa, 'raw')],
    };
  });
}

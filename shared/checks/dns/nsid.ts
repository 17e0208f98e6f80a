import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { answerProof } from './questions.ts';
import { rfc5001 } from './references.ts';
import { askedOf, judgeServers } from './servers.ts';
import { setting } from './settings.ts';

export const nsid = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: 'DNS サーバーは NSID に答えません', en: 'The DNS server does not answer NSID' },
    vulnerable: {
      ja: 'DNS サーバーが NSID で識別名を答えます',
      en: 'The DNS server tells its identity by NSID',
    },
    why: {
      ja: 'NSID は同じアドレスの裏にある複数台を見分けるための仕組みです。内部のホスト名をそのまま入れていると、外から読み取れます。',
      en: 'NSID tells apart several machines behind one address. If the internal host name is put there as it is, anyone can read it.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'dig @{server} -p {port} {domain} SOA +nsid',
    {
      ja: 'NSID を止めるか、内部の名前ではない記号（例: a1）にします。',
      en: 'Switch NSID off, or let it be a mark that is no internal name (such as a1).',
    },
    {
      bind: setting('bind', 'server-id none;'),
      nsd: {
        ja: 'nsd.conf の server の nsid の行を消し、NSD を再起動します。',
        en: 'Delete the nsid line from the server section of nsd.conf and restart NSD.',
      },
      knot: setting('knot', 'server:\n    nsid: ""'),
    },
  ),
  references: [rfc5001],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** RFC 5001 §2.2. */
const nsidCode = 3;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [nsid] = askedOf(server, 'nsid');
    if (nsid === undefined) return notApplicable;
    return judge(nsid.question.answer, {
      no: notApplicable,
      yes: ({ edns }) => {
        const index = edns?.options.findIndex(({ code, data }) => code === nsidCode && data !== '') ?? -1;
        if (index === -1) return safe;
        const proof = [answerProof(evidence, nsid, 'edns', 'options', index, 'data')] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof };
      },
    });
  });
}

import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { delegationFixes } from './fixes.ts';
import { isUnregistered } from './ns/unregistered.ts';
import { answerProof, asked } from './questions.ts';
import { rfc1912 } from './references.ts';
import { answerOf } from './servers.ts';

export const danglingNs = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'DNS サーバーの名前のドメインはすべて存在します',
      en: 'The domains of all name servers exist',
    },
    vulnerable: {
      ja: 'DNS サーバーの名前のドメインが存在しません',
      en: 'The domain of a name server does not exist',
    },
    why: {
      ja: 'そのドメインを誰かが登録すると、このドメインのホームページやメールの行き先を自由に書き換えられます。',
      en: 'Whoever registers that domain decides where the website and the mail of this domain go.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +short | xargs -n1 -I% dig % A +noall +comments', {
    ja: '存在しないドメインの DNS サーバー名を、ゾーンの NS と登録事業者への届け出からすぐに消します。',
    en: 'Remove the name server with the non-existent domain from the zone and at the registrar at once.',
  }),
  references: [rfc1912, 'https://www.rfc-editor.org/rfc/rfc8499'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const addresses = asked(evidence, 'ns-address');
  if (addresses.length === 0) return notApplicable;
  const gone = addresses.find((each) => isUnregistered(each));
  if (gone !== undefined) {
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [answerProof(evidence, gone, 'rcode'), answerProof(evidence, gone, 'authority')],
      place: gone.question.name,
    };
  }
  const unseen = addresses.find((each) => answerOf(each) === undefined);
  return unseen === undefined ? safe : undetermined('no-answer');
}

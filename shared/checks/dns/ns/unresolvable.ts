import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { type Asked, answerProof, asked, rcode } from '../questions.ts';
import { rfc1912, rfc2181 } from '../references.ts';
import { answerOf } from '../servers.ts';
import { isUnregistered } from './unregistered.ts';

export const nsUnresolvable = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: { ja: 'DNS サーバーの名前にはアドレスがあります', en: 'Every name server has an address' },
    vulnerable: {
      ja: 'DNS サーバーの名前にアドレスがありません',
      en: 'The name of a name server has no address',
    },
    why: {
      ja: '名前だけの DNS サーバーには誰も問い合わせできません。備えのつもりの 1 台が働かず、名前解決も遅くなります。',
      en: 'Nobody can ask a name server that is a name only. What was meant as a reserve does not work, and look-ups become slow.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} NS +short | xargs -n1 dig +short',
    {
      ja: '示した名前に A（と AAAA）レコードを登録するか、使っていないサーバーなら NS と登録事業者への届け出から外します。',
      en: 'Give that name its A (and AAAA) record, or remove the server from NS and at the registrar if it is no longer in use.',
    },
    'ns1.{domain}. IN A 192.0.2.53',
  ),
  references: [rfc1912, rfc2181],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const names = Map.groupBy(asked(evidence, 'ns-address'), ({ question }) => question.name);
  const groups = [...names.values()];
  const bare = groups.find((group) => group.every(isWithoutAddress) && !group.some(isUnregistered));
  const [first] = bare ?? [];
  if (first !== undefined) {
    const proof = [answerProof(evidence, first, 'rcode'), answerProof(evidence, first, 'raw')] as const;
    return { verdict: 'vulnerable', confidence: 'verified', proof, place: first.question.name };
  }
  if (groups.length === 0) return notApplicable;
  return groups.every(isSettled) ? safe : undetermined('no-answer');
}

/** An address is known, or it was said of all kinds that there is none. */
function isSettled(group: readonly Asked[]): boolean {
  return group.some(hasAddress) || group.every(isWithoutAddress);
}

function hasAddress(each: Asked): boolean {
  return answerOf(each)?.answers.some(({ type }) => type === 'A' || type === 'AAAA') ?? false;
}

/** It was said that there is none: NXDOMAIN, or no such record at the end of all aliases. */
function isWithoutAddress(each: Asked): boolean {
  const answer = answerOf(each);
  if (answer === undefined || (answer.rcode !== rcode.noError && answer.rcode !== rcode.nxDomain))
    return false;
  return !hasAddress(each);
}

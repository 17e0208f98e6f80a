import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { ednsFixes } from './fixes.ts';
import { answerProof } from './questions.ts';
import { rfc5452 } from './references.ts';
import { askedOf, judgeServers } from './servers.ts';

export const qnameCase = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: { ja: '問い合わせの大文字と小文字をそのまま返します', en: 'The letter case of a question is kept' },
    vulnerable: {
      ja: '問い合わせの大文字と小文字を変えて返します',
      en: 'The letter case of a question is changed',
    },
    why: {
      ja: '大文字と小文字を混ぜて偽の応答を見分ける仕組み（0x20）が使えません。この仕組みを使う相手からは、応答が捨てられることがあります。',
      en: 'Mixing letter case is one of the ways to tell forged answers (0x20). Clients that use it may throw these answers away.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +norecurse'),
  references: [rfc5452, 'https://datatracker.ietf.org/doc/html/draft-vixie-dnsext-dns0x20-00'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** Octets of the header before the question. */
const header = 12;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [mixed] = askedOf(server, 'qname-case');
    if (mixed === undefined) return notApplicable;
    return judge(mixed.question.answer, {
      no: notApplicable,
      yes: ({ raw }) => {
        const returned = raw.slice(header * 2, (header + mixed.question.name.length + 1) * 2);
        if (lettersOf(returned) === mixed.question.name.replaceAll('.', '')) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [answerProof(evidence, mixed, 'raw')],
        };
      },
    });
  });
}

/** The labels of a name in hex, without their lengths. */
function lettersOf(hex: string): string {
  const octets = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  let letters = '';
  for (let at = 0; at < octets.length; at += (octets[at] ?? 0) + 1) {
    letters += String.fromCharCode(...octets.slice(at + 1, at + 1 + (octets[at] ?? 0)));
    if ((octets[at] ?? 0) === 0) break;
  }
  return letters;
}

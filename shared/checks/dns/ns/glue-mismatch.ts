import type { EvidenceOf } from '../../../evidence/evidence.ts';
import { sameName } from '../../../model/host-name.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, safe } from '../../verdicts.ts';
import { delegationFixes } from '../fixes.ts';
import { answerProof } from '../questions.ts';
import { rfc1034, rfc1912 } from '../references.ts';
import { answerOf, askedOf, isZone, serversOf, withoutServers } from '../servers.ts';
import { glue, proofOf, recordsIn } from '../zone-data.ts';

export const nsGlueMismatch = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: '上位に届け出たアドレスがゾーンと一致します',
      en: 'The addresses at the registry match those in the zone',
    },
    vulnerable: {
      ja: '上位に届け出た DNS サーバーのアドレスがゾーンと食い違います',
      en: 'The addresses at the registry differ from those in the zone',
    },
    why: {
      ja: '世界中の利用者は、まず上位に届け出たアドレスへ問い合わせます。古いアドレスが残っていると、名前解決が遅れるほか、そのアドレスを手に入れた他人に偽の答えを返されるおそれがあります。',
      en: 'Everyone asks at the addresses that the registry holds first. An old one makes look-ups slow, and whoever holds that address now may give forged answers.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +trace +additional', {
    ja: 'ゾーンの A と AAAA レコードが正しいことを確かめ、登録事業者でネームサーバー（ホスト）のアドレスを同じものに直します。',
    en: 'See that A and AAAA in the zone are right, and give the registrar the same addresses for the name server (host object).',
  }),
  references: [rfc1034, rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const own = serversOf(evidence)
    .flatMap((server) => askedOf(server, 'server-address'))
    .filter((each) => answerOf(each)?.flags.aa === true);
  if (serversOf(evidence).length === 0) return withoutServers(evidence);
  const compared = glue(evidence).flatMap((found) => {
    const answers = own.filter(
      ({ question }) => sameName(question.name, found.record.name) && question.type === found.record.type,
    );
    const addresses = answers.flatMap((each) => recordsIn(each, 'answers', found.record.type));
    return answers.length === 0
      ? []
      : [{ found, answers, isSame: addresses.some(({ record }) => record.data === found.record.data) }];
  });
  const wrong = compared.find(({ isSame }) => !isSame);
  if (wrong === undefined) return compared.length > 0 ? safe : notApplicable;
  const [answer] = wrong.answers;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [
      proofOf(evidence, wrong.found),
      ...(answer === undefined ? [] : [answerProof(evidence, answer, 'answers')]),
    ],
    place: `${wrong.found.record.name} ${wrong.found.record.data}`,
  };
}

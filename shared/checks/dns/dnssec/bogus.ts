import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Instant } from '../../../model/instant.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable, undetermined } from '../../verdicts.ts';
import { signingFixes } from '../fixes.ts';
import { rfc4035, rfc9364 } from '../references.ts';
import { answerOf, askedOf, isZone, judgeServers, parentsOf, serversOf, withoutServers } from '../servers.ts';
import { judgeChain } from './chain.ts';
import { dsOf, isSigned } from './records.ts';

export const dnssecBogus = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'high',
  text: {
    safe: { ja: 'DNSSEC の署名は正しく検証できます', en: 'DNSSEC validates' },
    vulnerable: { ja: 'DNSSEC の検証に失敗します', en: 'DNSSEC validation fails' },
    why: {
      ja: 'DNSSEC を検証する事業者やサービス（主な携帯電話会社や公開 DNS を含む）の利用者は、ホームページを見ることもメールを送ることもできません。',
      en: 'People whose provider validates DNSSEC (large mobile carriers and public resolvers do) can neither open the website nor send mail.',
    },
  },
  action: 'dns-zone',
  fixes: signingFixes(
    'delv {domain} SOA +rtrace',
    {
      ja: '署名を作り直します。すぐに直せないときは、まず登録事業者で DS を削除すると、署名なしのゾーンとして使えるようになります。鍵と DS を合わせてから、DS をもう一度届け出ます。',
      en: 'Sign the zone again. If that takes time, have the registrar delete the DS first: the zone then works unsigned. Hand in the DS again once keys and DS match.',
    },
    {
      bind: 'dnssec-policy default;\ninline-signing yes;',
      nsd: 'ldns-signzone -n -e $(date -d +30days +%Y%m%d) {domain}.zone KSK ZSK',
      knot: 'zone:\n  - domain: {domain}\n    dnssec-signing: on',
      'windows-dns': 'Invoke-DnsServerZoneSign -ZoneName "{domain}" -DoResign -Force',
    },
  ),
  references: [rfc4035, rfc9364],
  detect: ({ 'dns-answers': evidence }, at) => detect(evidence, at),
});

function detect(evidence: EvidenceOf<'dns-answers'>, at: Instant): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const parents = parentsOf(evidence).flatMap((parent) => askedOf(parent, 'ds'));
  if (serversOf(evidence).length === 0) return withoutServers(evidence);
  if (!parents.some((asked) => answerOf(asked) !== undefined)) return undetermined('no-answer');
  // A DS without any keys at all has a finding of its own; without DS nobody validates.
  if (dsOf(evidence).length === 0 || !isSigned(evidence)) return notApplicable;
  return judgeServers(evidence, (server) => judgeChain(evidence, server, at));
}

import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { judge, notApplicable, safe, undetermined } from '../../verdicts.ts';
import { answerProof, asked, isDomain, rcode } from '../questions.ts';
import { rfc9364 } from '../references.ts';

export const unsigned = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'ゾーンは DNSSEC で署名されています',
      en: 'The zone is signed with DNSSEC',
    },
    vulnerable: {
      ja: 'ゾーンが DNSSEC で署名されていません',
      en: 'The zone is not signed with DNSSEC',
    },
    why: {
      ja: '署名がないと、名前の調べものの途中で偽の答えを差し込まれても見分けられず、住民が偽サイトに導かれたり、メールが別のサーバーに送られたりするおそれがあります。運用の手間も増えるため、委託先と相談して決める項目です。',
      en: 'Without signatures a forged answer cannot be told from a true one: residents may be led to a false site, or mail to another server. Signing means more work in operation, so decide on it together with your contractor.',
    },
  },
  action: 'dns-zone',
  fixes: fixList(
    'dig {domain} DS +short',
    {
      ja: 'DNS を運用する事業者に DNSSEC への対応を確かめ、ゾーンを署名してから、DS レコードをドメインの登録事業者に届け出ます。先に鍵の更新の手順を決めておきます。',
      en: 'Ask whoever runs your DNS for DNSSEC, sign the zone, then hand the DS record to your registrar. Settle beforehand how keys will be renewed.',
    },
    {
      bind: {
        ja: 'named.conf の zone に次を書き、rndc reconfig を実行します（BIND 9.16 以降）。rndc dnssec -status {domain} で確かめてから DS を届け出ます。',
        en: 'Put this into the zone in named.conf and run rndc reconfig (BIND 9.16 or newer). Check with rndc dnssec -status {domain} before handing over the DS.',
        snippet: 'dnssec-policy default;\ninline-signing yes;',
      },
      knot: {
        ja: 'knot.conf のゾーンに次を書き、knotc reload を実行します。',
        en: 'Put this into the zone in knot.conf and run knotc reload.',
        snippet: 'zone:\n  - domain: {domain}\n    dnssec-signing: on',
      },
      'windows-dns': {
        ja: '管理者の PowerShell で次を実行します（Windows Server 2012 以降）。',
        en: 'Run this in an administrator PowerShell (Windows Server 2012 and later).',
        snippet: 'Invoke-DnsServerZoneSign -ZoneName "{domain}" -SignWithDefault -Force',
      },
      route53: {
        ja: 'KMS の鍵で鍵署名鍵を作ってから、署名を有効にします（ID と ARN を読み替えます）。',
        en: 'Make a key-signing key with a KMS key, then enable signing (with your ID and ARN).',
        snippet:
          'aws route53 create-key-signing-key --hosted-zone-id HOSTED_ZONE_ID --name ksk1 --status ACTIVE --caller-reference ksk1 --key-management-service-arn KMS_KEY_ARN\naws route53 enable-hosted-zone-dnssec --hosted-zone-id HOSTED_ZONE_ID',
      },
      'azure-dns': {
        ja: '次を実行し、表示される DS を届け出ます（RESOURCE_GROUP を読み替えます）。',
        en: 'Run this and hand over the DS that it shows (with your RESOURCE_GROUP).',
        snippet: 'az network dns dnssec-config create -g RESOURCE_GROUP -z {domain}',
      },
    },
  ),
  references: [rfc9364, 'https://jprs.jp/dnssec/'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** A DS can stand only at a zone's apex, which the SOA at the very name shows. */
function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const [soa] = asked(evidence, 'soa');
  const [ds] = asked(evidence, 'ds');
  if (!isDomain(evidence) || soa === undefined || ds === undefined) return notApplicable;
  return judge(soa.question.answer, {
    no: undetermined('refused'),
    yes: (zone) => {
      if (zone.rcode === rcode.nxDomain) return notApplicable;
      if (zone.rcode !== rcode.noError) return undetermined(`rcode-${zone.rcode}`);
      const apex = ds.question.name.toLowerCase();
      const isApex = zone.answers.some(({ type, name }) => type === 'SOA' && name.toLowerCase() === apex);
      if (!isApex) return notApplicable;
      return judge(ds.question.answer, {
        no: undetermined('refused'),
        yes: (answer) => {
          if (answer.answers.some(({ type }) => type === 'DS')) return safe;
          if (answer.rcode !== rcode.noError && answer.rcode !== rcode.nxDomain) {
            return undetermined(`rcode-${answer.rcode}`);
          }
          const proof = [answerProof(evidence, ds, 'raw')] as const;
          return { verdict: 'vulnerable', confidence: 'verified', proof };
        },
      });
    },
  });
}

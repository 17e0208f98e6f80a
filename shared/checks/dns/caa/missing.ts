import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, asked, rcode } from '../questions.ts';
import { rfc8659 } from '../references.ts';

const line = '{domain}. IN CAA 0 issue "letsencrypt.org"';
const zoneFile = {
  ja: 'ゾーンファイルに次の行を加え、シリアル番号を上げて再読み込みします（認証局の名前は読み替えます）。',
  en: 'Add this line to the zone file, raise the serial and reload (with your own authority’s name).',
  snippet: line,
};

export const caaMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '証明書を発行できる認証局を CAA レコードで限っています',
      en: 'CAA records limit which authorities may issue certificates',
    },
    vulnerable: {
      ja: '証明書を発行できる認証局を限る CAA レコードがありません',
      en: 'No CAA record limits which authorities may issue certificates',
    },
    why: {
      ja: 'CAA レコードがないと、世界中のどの認証局もこのドメインの証明書を発行できます。手続きの甘い認証局が誤って偽サイト用の証明書を発行することを防ぐ、費用のかからない備えです。',
      en: 'Without CAA every authority in the world may issue certificates for this domain. It is a precaution that costs nothing against a careless authority issuing one for a false site.',
    },
  },
  action: 'dns-zone',
  fixes: fixList(
    'dig {domain} CAA +short',
    {
      ja: '使っている認証局だけを書いた CAA レコードを登録します。認証局の名前は証明書の発行元に確かめます（例: Let’s Encrypt は letsencrypt.org、JPRS は jprs.jp、セコムは secomtrust.net、サイバートラストは cybertrust.ne.jp）。',
      en: 'Publish CAA records that name only the authorities you use. Ask your issuer for its name (for example letsencrypt.org, jprs.jp, secomtrust.net, cybertrust.ne.jp).',
      snippet: line,
    },
    {
      bind: zoneFile,
      nsd: zoneFile,
      knot: zoneFile,
      'windows-dns': {
        ja: '管理者の PowerShell で次を実行します（16 進の後半は letsencrypt.org です。認証局の名前に読み替えます）。',
        en: 'Run this in an administrator PowerShell (the second half of the hex is letsencrypt.org; put your authority’s name there).',
        snippet:
          'Add-DnsServerResourceRecord -ZoneName "{domain}" -Name "@" -Type 257 -RecordData "000569737375656C657473656E63727970742E6F7267"',
      },
      route53: {
        ja: '次を実行します（HOSTED_ZONE_ID と認証局の名前を読み替えます）。',
        en: 'Run this (with your HOSTED_ZONE_ID and your authority’s name).',
        snippet:
          'aws route53 change-resource-record-sets --hosted-zone-id HOSTED_ZONE_ID --change-batch \'{"Changes":[{"Action":"CREATE","ResourceRecordSet":{"Name":"{domain}","Type":"CAA","TTL":3600,"ResourceRecords":[{"Value":"0 issue \\"letsencrypt.org\\""}]}}]}\'',
      },
      'azure-dns': {
        ja: '次を実行します（RESOURCE_GROUP と認証局の名前を読み替えます）。',
        en: 'Run this (with your RESOURCE_GROUP and your authority’s name).',
        snippet:
          'az network dns record-set caa add-record -g RESOURCE_GROUP -z {domain} -n @ --flags 0 --tag issue --value letsencrypt.org',
      },
    },
  ),
  references: [rfc8659, 'https://letsencrypt.org/docs/caa/'],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** RFC 8659 §3: the nearest ancestor with CAA records counts, so every question up the tree must have come back empty. */
function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const questions = asked(evidence, 'caa');
  const empty: Asked[] = [];
  for (const one of questions) {
    const { answer } = one.question;
    if (answer.outcome === 'unknown') return undetermined(answer.reason);
    if (answer.outcome === 'no') return undetermined('refused');
    if (answer.value.answers.some(({ type }) => type === 'CAA')) return safe;
    if (answer.value.rcode !== rcode.noError && answer.value.rcode !== rcode.nxDomain) {
      return undetermined(`rcode-${answer.value.rcode}`);
    }
    empty.push(one);
  }
  const [own, ...above] = empty;
  // A domain that does not exist needs no certificate.
  if (own === undefined || isMissing(own)) return notApplicable;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, own, 'raw'), ...above.map((one) => answerProof(evidence, one, 'raw'))],
  };
}

function isMissing({ question: { answer } }: Asked): boolean {
  return answer.outcome === 'yes' && answer.value.rcode === rcode.nxDomain;
}

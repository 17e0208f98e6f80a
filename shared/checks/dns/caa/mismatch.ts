import type { Evidence, EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import type { Certificate } from '../../cert/presented.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { isDomain } from '../questions.ts';
import { rfc8659 } from '../references.ts';
import { relevantCaa } from './answers.ts';
import { issuerOf, parseCaa } from './record.ts';

export const caaMismatch = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  estate: ['certificate'],
  severity: 'info',
  text: {
    safe: {
      ja: 'CAA レコードは使っている証明書の認証局を許しています',
      en: 'The CAA records permit the authority of the certificates in use',
    },
    vulnerable: {
      ja: 'CAA レコードが、使っている証明書の認証局を許していません',
      en: 'The CAA records do not permit the authority of a certificate in use',
    },
    why: {
      ja: 'いまの証明書を発行した認証局が CAA レコードに書かれていません。次の更新のときに発行を断られ、期限切れで住民がサイトを開けなくなるおそれがあります。知らない認証局であれば、誰が証明書を取得したかを確かめてください。',
      en: 'The authority that issued the present certificate is not in the CAA records. It will refuse the next renewal, and residents may be locked out when the certificate expires. Where you do not know that authority, find out who obtained the certificate.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} CAA +short',
    {
      ja: '使っている認証局の CAA レコードを足します（認証局の名前は読み替えます）。',
      en: 'Add a CAA record for the authority in use (with its own name).',
    },
    '{domain}. IN CAA 0 issue "letsencrypt.org"',
  ),
  references: [rfc8659, 'https://www.ccadb.org/resources'],
  detect: ({ 'dns-answers': dns }, _at, _knowledge, estate) => {
    if (!isDomain(dns)) return notApplicable;
    const caa = relevantCaa(dns);
    if (caa.outcome === 'unknown') return undetermined(caa.reason);
    const issuers = caa.records.flatMap(({ text }) => {
      const record = parseCaa(text);
      return record?.tag === 'issue' ? [issuerOf(record.value) ?? ''] : [];
    });
    const [first] = caa.records;
    if (first === undefined || issuers.length === 0) return notApplicable;
    return judgeEstate(dns, first.path, new Set(issuers), estate);
  },
});

/** How authorities name themselves in certificates and in CAA records; the first of these that fits counts. */
const authorities: readonly (readonly [organisation: RegExp, names: readonly string[]])[] = [
  [/Let's Encrypt|ISRG/i, ['letsencrypt.org']],
  [
    /DigiCert|GeoTrust|RapidSSL|Thawte/i,
    ['digicert.com', 'geotrust.com', 'rapidssl.com', 'thawte.com', 'symantec.com'],
  ],
  [/Sectigo|COMODO|USERTRUST/i, ['sectigo.com', 'comodo.com', 'comodoca.com', 'usertrust.com']],
  [/GlobalSign/i, ['globalsign.com']],
  [/Cybertrust Japan/i, ['cybertrust.ne.jp']],
  [/SECOM Trust/i, ['secomtrust.net']],
  [/Japan Registry Services/i, ['jprs.jp']],
  [/Amazon/i, ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com']],
  [/Google Trust Services/i, ['pki.goog']],
  [/Microsoft/i, ['microsoft.com']],
  [/Entrust/i, ['entrust.net']],
  [/GoDaddy|Starfield/i, ['godaddy.com', 'starfieldtech.com']],
  [/ZeroSSL/i, ['sectigo.com', 'zerossl.com']],
];

function judgeEstate(
  dns: EvidenceOf<'dns-answers'>,
  path: readonly (string | number)[],
  permitted: ReadonlySet<string>,
  estate: readonly Evidence[],
): Verdict {
  const domain = dns.endpoint.host;
  let unknown: string | undefined = 'no-certificate';
  for (const item of estate) {
    const leaf = item.kind === 'certificate' ? leafFor(domain, item) : undefined;
    if (leaf === undefined) continue;
    const names = authorities.find(([organisation]) => organisation.test(leaf.issuer))?.[1];
    if (names === undefined) {
      unknown = 'authority-not-known';
      continue;
    }
    unknown = undefined;
    if (names.some((name) => permitted.has(name))) continue;
    return {
      verdict: 'vulnerable',
      confidence: 'inferred',
      proof: [proofAt(dns, path), proofAt(item, ['presented', 'value', 'chain', 0, 'issuer'])],
    };
  }
  return unknown === undefined ? safe : undetermined(unknown);
}

/** The certificate of a public authority for a name of this domain itself; deeper names may have CAA of their own. */
function leafFor(domain: string, { data }: EvidenceOf<'certificate'>): Certificate | undefined {
  if (data.presented.outcome !== 'yes' || data.presented.value.trust !== 'trusted') return undefined;
  const [leaf] = data.presented.value.chain;
  const covers = leaf?.dnsNames.some((name) => name === domain || name.endsWith(`.${domain}`)) === true;
  return covers ? leaf : undefined;
}

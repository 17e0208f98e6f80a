import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { answersFor, bodySigns, type FilesEvidence, proofOf } from '../../http/files.ts';
import { proofAt } from '../../proof.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';

/** Services where anybody may claim a name that its owner gave up, and what they show for one that nobody holds. */
const providers: readonly (readonly [target: RegExp, page: RegExp])[] = [
  [/\.github\.io$/, /There isn't a GitHub Pages site here/],
  [/\.s3(?:[.-][a-z0-9-]{1,40})*\.amazonaws\.com$/, /<Code>NoSuchBucket<\/Code>|Code: NoSuchBucket/],
  [/\.(?:azurewebsites|cloudapp|trafficmanager|azureedge)\.(?:net|com)$/, /404 Web Site not found/i],
  [/\.(?:herokuapp|herokudns|herokussl)\.com$/, /no-such-app\.html|No such app/],
  [/\.fastly\.net$/, /Fastly error: unknown domain/],
  [/\.netlify\.(?:app|com)$/, /^Not Found - Request ID: /],
  [/\.myshopify\.com$/, /Sorry, this shop is currently unavailable/],
  [/\.pantheonsite\.io$/, /The gods are wise, but do not know of the site/],
  [/\.zendesk\.com$/, /Help Center Closed/],
  [/\.bitbucket\.io$/, /Repository not found/],
  [/\.surge\.sh$/, /project not found/],
];

const nameDoesNotExist = 3;

export const danglingCname = defineCheck({
  version: 1,
  needs: ['web-files', 'host-dns'],
  severity: 'high',
  text: {
    safe: {
      ja: '別名（CNAME）の先は存在しています',
      en: 'What the alias (CNAME) leads to exists',
    },
    vulnerable: {
      ja: '別名（CNAME）の先が存在しません',
      en: 'The alias (CNAME) leads to something that does not exist',
    },
    why: {
      ja: '解約したクラウドサービスなどへの別名が DNS に残っています。他人が同じ名前を取得すると、団体の名前で偽のサイトを公開され、住民がだまされたり、情報を盗まれたりします。',
      en: 'The DNS still holds an alias to a service that was given up. Whoever claims that name there can publish a forged site under the organisation’s own name, to deceive residents or steal from them.',
    },
  },
  action: 'dns-zone',
  fixes: fixList('dig +noall +answer +comments {name} A', {
    ja: 'DNS ゾーンから、使っていない別名（CNAME）のレコードを削除します。使っているものであれば、先のサービスで名前を登録し直します。サービスを解約するときは、先に DNS のレコードを削除します。',
    en: 'Remove the alias from the zone where it is not used; where it is, register the name again at the service. Remove DNS records before a service is given up.',
  }),
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover',
    'https://learn.microsoft.com/en-us/azure/security/fundamentals/subdomain-takeover',
  ],
  detect: ({ 'web-files': files, 'host-dns': dns }) => {
    const name = files.endpoint.name?.toLowerCase();
    return name === undefined ? notApplicable : judge(name, files, dns);
  },
});

function judge(name: string, files: FilesEvidence, dns: EvidenceOf<'host-dns'>): Verdict {
  const asked = dns.data.questions.flatMap((question, index) =>
    question.purpose === 'name-address' && question.name.toLowerCase() === name
      ? [{ ...question, index }]
      : [],
  );
  const [first] = asked;
  if (first === undefined) return undetermined('not-attempted');
  const answered = asked.flatMap(({ index, answer }) =>
    answer.outcome === 'yes' ? [{ index, rcode: answer.value.rcode, records: answer.value.answers }] : [],
  );
  const aliased = answered.find(({ records }) => records.some(({ type }) => type === 'CNAME'));
  if (aliased === undefined) {
    if (answered.length > 0) return notApplicable;
    return undetermined(first.answer.outcome === 'unknown' ? first.answer.reason : 'closed');
  }
  const at = aliased.records.findLastIndex(({ type }) => type === 'CNAME');
  const target = (aliased.records[at]?.data ?? '').toLowerCase().replace(/\.$/, '');
  const path = ['questions', aliased.index, 'answer', 'value'];
  const alias = proofAt(dns, [...path, 'answers', at, 'data']);
  if (aliased.rcode === nameDoesNotExist) {
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [alias, proofAt(dns, [...path, 'rcode'])],
      place: target,
    };
  }
  if (aliased.rcode !== 0) return undetermined(`rcode-${aliased.rcode}`);
  return unclaimed(files, target, alias) ?? safe;
}

/** A page of the service that says that nobody holds the name; whether it could be claimed is not tried. */
function unclaimed(
  files: FilesEvidence,
  target: string,
  alias: ReturnType<typeof proofAt>,
): Verdict | undefined {
  const page = providers.find(([suffix]) => suffix.test(target))?.[1];
  if (page === undefined) return undefined;
  for (const answer of answersFor(files, 'root', 'redirected')) {
    const [sign] = bodySigns(answer.response, page) ?? [];
    if (sign === undefined) continue;
    return {
      verdict: 'vulnerable',
      confidence: 'inferred',
      proof: [alias, proofOf(files, answer, sign)],
      place: target,
      detail: {
        ja: `別名の先のサービス（${target}）が、この名前の持ち主はいないと答えています。実際に取得できるかは試していません。`,
        en: `The service behind the alias (${target}) says that nobody holds the name. Whether it can be claimed was not tried.`,
      },
    };
  }
  return undefined;
}

import type { DnsAnswer } from '../../../evidence/dns-answers/schema.ts';
import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { type Asked, answerProof } from '../questions.ts';
import { bindReference, rfc5358, rfc8482 } from '../references.ts';
import { askedOf, judgeServers } from '../servers.ts';
import { setting } from '../settings.ts';

export const amplification = defineCheck({
  version: 2,
  needs: ['dns-answers'],
  severity: 'medium',
  text: {
    safe: {
      ja: '小さな問い合わせに大きすぎる応答を返しません',
      en: 'Small queries do not bring overly large answers',
    },
    vulnerable: {
      ja: '小さな問い合わせに 10 倍を超える応答を返します',
      en: 'Answers are more than ten times the size of the query',
    },
    why: {
      ja: '送信元を偽った問い合わせを受けると、その何倍もの応答を第三者に送りつけます。サービスを止める攻撃の踏み台に選ばれやすく、自分の回線も埋まります。',
      en: 'Queries with a forged source make the server send many times their size to a third party. Such servers are picked for denial-of-service attacks, and their own line fills up as well.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} ZONE ANY +bufsize=4096 +ignore +noall +stats',
    {
      ja: 'ANY の問い合わせに最小限の応答（RFC 8482）を返すようにし、同じ相手への応答数を制限（Response Rate Limiting）します。EDNS の応答は 1232 バイトまでにします。確認の命令の ZONE は所見に示したゾーン名に読み替えます。',
      en: 'Answer ANY with the minimum (RFC 8482), limit the rate of answers to one address, and keep EDNS answers within 1232 bytes. In the command, put the zone of this finding in place of ZONE.',
    },
    {
      bind: setting(
        'bind',
        'minimal-any yes;\nminimal-responses yes;\nmax-udp-size 1232;\nrate-limit { responses-per-second 10; };',
      ),
      nsd: {
        ja: 'nsd.conf の server に次を書き、nsd-control reconfig を実行します。',
        en: 'Put this into the server section of nsd.conf and run nsd-control reconfig.',
        snippet:
          'refuse-any: yes\nminimal-responses: yes\nipv4-edns-size: 1232\nipv6-edns-size: 1232\nrrl-ratelimit: 200',
      },
      knot: setting(
        'knot',
        'server:\n    udp-max-payload: 1232\nmod-rrl:\n  - id: default\ntemplate:\n  - id: default\n    global-module: mod-rrl/default',
      ),
      'windows-dns': {
        ja: '管理者の PowerShell で応答数の制限を有効にします（Windows Server 2016 以降）。',
        en: 'Enable response rate limiting in an administrator PowerShell (Windows Server 2016 and later).',
        snippet: 'Set-DnsServerResponseRateLimiting -Mode Enable -Force',
      },
    },
  ),
  references: [rfc8482, rfc5358, bindReference],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

const limit = 10;
/**
 * DNSKEY and TXT have to be answered, and a minimal answer to ANY is one set with its signature; of these, only what
 * goes beyond the size that DNS servers agreed on counts.
 */
const agreedBytes = 1232;
const sizes = ['any-size', 'dnskey-size', 'txt-size'] as const;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const questions = sizes.flatMap((purpose) => askedOf(server, purpose));
    const verdicts = questions.map((one) => judgeSize(evidence, one));
    return (
      verdicts.find(({ verdict }) => verdict === 'vulnerable') ??
      verdicts.find(({ verdict }) => verdict === 'undetermined') ??
      verdicts[0] ??
      notApplicable
    );
  });
}

function judgeSize(evidence: EvidenceOf<'dns-answers'>, one: Asked): Verdict {
  return judge(one.question.answer, {
    no: notApplicable,
    yes: ({ requestBytes, responseBytes, flags, answers }) => {
      // TC without data sends an honest client to TCP and a forger's victim nothing.
      if (flags.tc || requestBytes === 0 || responseBytes <= limit * requestBytes) return safe;
      const isNeeded = one.question.purpose !== 'any-size' || isMinimal(answers);
      if (isNeeded && responseBytes <= agreedBytes) return safe;
      const times = Math.floor(responseBytes / requestBytes);
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          answerProof(evidence, one, 'responseBytes'),
          answerProof(evidence, one, 'requestBytes'),
          answerProof(evidence, one, 'raw'),
        ],
        place: `${one.question.name} ${one.question.type}`,
        detail: {
          ja: `${requestBytes} バイトの問い合わせに ${responseBytes} バイトの応答が返りました（約 ${times} 倍）。`,
          en: `A query of ${requestBytes} bytes brought an answer of ${responseBytes} bytes (about ${times} times).`,
        },
      };
    },
  });
}

/** RFC 8482 §4.1: one set of the name, whichever. */
function isMinimal(answers: DnsAnswer['answers']): boolean {
  return new Set(answers.map(({ type }) => type).filter((type) => type !== 'RRSIG')).size === 1;
}

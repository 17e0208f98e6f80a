import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { ednsFixes } from '../fixes.ts';
import { rfc6891 } from '../references.ts';
import { judgeForm } from './form.ts';

export const ednsTruncation = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: 'UDP の応答は相手が受け取れる長さに収まります',
      en: 'Answers over UDP are no longer than the client can take',
    },
    vulnerable: {
      ja: '告げた長さを超える応答を UDP で返します',
      en: 'Answers over UDP are longer than the client can take',
    },
    why: {
      ja: '相手が受け取れる長さを超える応答は途中で失われ、名前解決が失敗します。偽の送信元を使った攻撃の踏み台にもなります。',
      en: 'Answers longer than the client announced are lost on the way and look-ups fail. They also serve attacks with forged source addresses.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} DNSKEY +dnssec +bufsize=512 +ignore'),
  references: [rfc6891],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** What the probe says it can take. */
const announced = 512;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeForm(
    evidence,
    'edns-truncation',
    ({ flags, responseBytes }) => responseBytes > announced && !flags.tc,
  );
}

import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined, worstOf } from '../verdicts.ts';
import { ipmiFixes, ipmiReferences } from './fixes.ts';

export const ipmiRakpHash = defineCheck({
  version: 1,
  needs: ['service-reply'],
  optIn: 'ipmi-rakp',
  severity: 'high',
  text: {
    safe: {
      ja: 'IPMI は、調べた利用者名のパスワードの照合値を返しません',
      en: 'IPMI returns no password hash for the names that were tried',
    },
    vulnerable: {
      ja: 'IPMI が、パスワードの照合値を誰にでも返します',
      en: 'IPMI returns a password hash to anyone',
    },
    why: {
      ja: '照合値を手に入れた者は、自分の手元で好きなだけパスワードを試せます。IPMI 2.0 の仕様による弱点で、更新では直りません。',
      en: 'Whoever has the hash can try passwords at home without limit. The flaw is part of IPMI 2.0 and no update mends it.',
    },
  },
  action: 'close-service',
  fixes: ipmiFixes({
    ja: '長い乱数のパスワード（20 文字）を設定します。',
    en: 'Set a long random password (20 characters).',
    snippet: 'ipmitool user set password 2',
  }),
  references: [...ipmiReferences, 'https://nvd.nist.gov/vuln/detail/CVE-2013-4786'],
  cves: ['CVE-2013-4786'],
  detect: ({ 'service-reply': replies }) => detect(replies),
});

/** One name whose hash comes is enough; the hash itself was never kept. */
function detect(replies: EvidenceOf<'service-reply'>): Verdict {
  const asked = replies.data.replies.filter(
    ({ protocol, asked }) => protocol === 'ipmi-rakp' && asked.startsWith('rakp-'),
  );
  const verdicts = asked.map((reply) =>
    judgeReply(
      replies,
      'ipmi-rakp',
      ({ hash }, accuse) => (hash === 'disclosed' ? accuse() : safe),
      reply.asked,
    ),
  );
  if (verdicts.length === 0) {
    return judgeReply(replies, 'ipmi-rakp', ({ access }) =>
      access === 'denied' ? safe : undetermined('no-proof'),
    );
  }
  return worstOf(verdicts);
}

import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { ednsFixes } from '../fixes.ts';
import { rfc6891 } from '../references.ts';
import { formErr, judgeForm } from './form.ts';

export const ednsFlags = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: '知らない EDNS フラグを無視します', en: 'Unknown EDNS flags are ignored' },
    vulnerable: {
      ja: '知らない EDNS フラグを正しく扱えません',
      en: 'Unknown EDNS flags are not taken properly',
    },
    why: {
      ja: '知らないフラグをそのまま返す、または答えないサーバーは、新しい仕組みを使う相手の名前解決を失敗させます。',
      en: 'A server that echoes flags that it does not know, or does not answer, makes look-ups fail for those who use newer mechanisms.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +ednsflags=1'),
  references: [rfc6891],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** All of Z but DO. */
const unassigned = 0x7fff;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeForm(
    evidence,
    'edns-flags',
    ({ rcode: code, edns }) => code === formErr || edns === null || (edns.flags & unassigned) !== 0,
  );
}

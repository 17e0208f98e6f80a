import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { ednsFixes } from '../fixes.ts';
import { rfc6891 } from '../references.ts';
import { formErr, judgeForm } from './form.ts';

export const ednsOption = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: { ja: '知らない EDNS オプションを無視します', en: 'Unknown EDNS options are ignored' },
    vulnerable: {
      ja: '知らない EDNS オプションを無視できません',
      en: 'Unknown EDNS options are not ignored',
    },
    why: {
      ja: '知らないオプションを無視できないサーバーは、DNS クッキーなどの新しい仕組みを使う相手に答えられず、一部の利用者だけ名前解決に失敗します。',
      en: 'A server that cannot ignore what it does not know fails those who use newer mechanisms such as DNS cookies: some people cannot look names up.',
    },
  },
  action: 'dns-server',
  fixes: ednsFixes('dig @{server} -p {port} {domain} SOA +ednsopt=65001:656e6b616b75'),
  references: [rfc6891],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** The code that the probe sends (RFC 6891 §9: for local and experimental use). */
const unknownOption = 65_001;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeForm(
    evidence,
    'edns-option',
    ({ rcode: code, edns }) =>
      code === formErr || edns === null || edns.options.some((option) => option.code === unknownOption),
  );
}

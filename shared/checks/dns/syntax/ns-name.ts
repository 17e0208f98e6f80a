import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { isZone } from '../servers.ts';
import { delegation, ownNameServers } from '../zone-data.ts';
import { isHostName, judgeNames } from './names.ts';

export const syntaxNsName = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS サーバーの名前は正しい書き方です',
      en: 'The names of the name servers are written correctly',
    },
    vulnerable: {
      ja: 'DNS サーバーの名前の書き方が正しくありません',
      en: 'The name of a name server is not written correctly',
    },
    why: {
      ja: '一部の相手は正しくない名前の DNS サーバーに問い合わせません。',
      en: 'Some do not ask a name server whose name is not correct.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} NS +short',
    {
      ja: 'NS には、英数字とハイフンだけの完全な名前（末尾のドットまで）を書きます。',
      en: 'Write a full name of letters, digits and hyphens, with its final dot, in NS.',
    },
    '{domain}. IN NS ns1.{domain}.',
  ),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  return judgeNames(evidence, [...delegation(evidence), ...ownNameServers(evidence)], isHostName);
}

import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { notApplicable } from '../../verdicts.ts';
import { recordFixes } from '../fixes.ts';
import { rfc1035, rfc1123 } from '../references.ts';
import { askedOf, isZone, serversOf } from '../servers.ts';
import { recordsIn } from '../zone-data.ts';
import { isHostName, judgeNames } from './names.ts';

export const syntaxMxName = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーの名前は正しい書き方です',
      en: 'The names of the mail servers are written correctly',
    },
    vulnerable: {
      ja: 'メールサーバーの名前の書き方が正しくありません',
      en: 'The name of a mail server is not written correctly',
    },
    why: {
      ja: 'メールの配送先として正しくない名前には、届けられない相手がいます。',
      en: 'Some cannot deliver mail to a name that is not correct.',
    },
  },
  action: 'dns-zone',
  fixes: recordFixes(
    'dig {domain} MX +short',
    {
      ja: 'MX には、英数字とハイフンだけの完全な名前（末尾のドットまで）を書きます。アドレスは書けません。',
      en: 'Write a full name of letters, digits and hyphens, with its final dot, in MX; never an address.',
    },
    '{domain}. IN MX 10 mail.{domain}.',
  ),
  references: [rfc1123, rfc1035],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  if (!isZone(evidence)) return notApplicable;
  const found = serversOf(evidence)
    .flatMap((server) => askedOf(server, 'mx'))
    .flatMap((each) => recordsIn(each, 'answers', 'MX'));
  return judgeNames(evidence, found, (data) => isExchanger(data.split(' ')[1] ?? ''));
}

/** RFC 7505: a dot alone says that there is no mail. */
function isExchanger(name: string): boolean {
  return name === '.' || isHostName(name);
}

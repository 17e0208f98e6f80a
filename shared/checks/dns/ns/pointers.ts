import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Text } from '../../../model/text.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, asked, rcode } from '../questions.ts';
import { answerOf } from '../servers.ts';

export const pointingBack: Text = {
  ja: 'DNS サーバーのアドレスは逆引きで名前に戻ります',
  en: 'The addresses of the name servers lead back to their names',
};

export const pointerFixes = fixList(
  'dig NAME PTR +short',
  {
    ja: '回線またはクラウドの事業者に、DNS サーバーのアドレスの逆引き（PTR）を DNS サーバーの名前にするよう依頼します。確認の命令の NAME は所見に示した逆引きの名前に読み替えます。',
    en: 'Ask the provider of the line or cloud to set the reverse name (PTR) of the address to the name of the name server. Put the reverse name of this finding in place of NAME.',
  },
  {
    bind: {
      ja: '逆引きゾーンの委任を受けている場合は、次のように書きます。',
      en: 'If the reverse zone is delegated to you, write it like this.',
      snippet: '53.2.0.192.in-addr.arpa. IN PTR ns1.{domain}.',
    },
    'azure-dns': {
      ja: 'Azure のパブリック IP アドレスの「逆引き FQDN」に名前を設定します。',
      en: 'Set “Reverse FQDN” of the public IP address in Azure.',
    },
  },
);

/** Accuses the reverse names that are wrong, of those that anything was said about. */
export function judgePointers(
  evidence: EvidenceOf<'dns-answers'>,
  isWrong: (pointer: Asked) => boolean,
): Verdict {
  const pointers = asked(evidence, 'ns-ptr');
  if (pointers.length === 0) return notApplicable;
  const unknown = pointers.find((each) => !isTold(each));
  const wrong = pointers.filter((each) => isTold(each) && isWrong(each));
  const [first] = wrong;
  if (first === undefined) return unknown === undefined ? safe : undetermined('no-answer');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first, 'answers'), answerProof(evidence, first, 'raw')],
    place: wrong.map(({ question }) => question.name).join(' '),
  };
}

function isTold(each: Asked): boolean {
  const code = answerOf(each)?.rcode;
  return code === rcode.noError || code === rcode.nxDomain;
}

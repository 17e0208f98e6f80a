import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, asked, rcode } from '../questions.ts';
import { rfc1912 } from '../references.ts';
import { answerOf } from '../servers.ts';
import { recordsIn } from '../zone-data.ts';

export const nsPtrMismatch = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS サーバーのアドレスは逆引きで名前に戻ります',
      en: 'The addresses of the name servers lead back to their names',
    },
    vulnerable: {
      ja: 'DNS サーバーの逆引きの名前が一致しません',
      en: 'The reverse name of a name server does not match',
    },
    why: {
      ja: '逆引きの名前が実際の名前と違うと、障害や不正の調査のときに誤った相手に連絡が行くことがあります。',
      en: 'When the reverse name is another than the real one, whoever looks into a fault or an abuse may turn to the wrong people.',
    },
  },
  action: 'dns-zone',
  fixes: fixList(
    'dig NAME PTR +short',
    {
      ja: '回線またはクラウドの事業者に、DNS サーバーのアドレスの逆引き（PTR）を DNS サーバーの名前にするよう依頼します。確認の命令の NAME は所見に示した逆引きの名前に読み替えます。',
      en: 'Ask the provider of the line or cloud to set the reverse name (PTR) of the address to the name of the name server. Put the reverse name of this finding in place of NAME.',
    },
    {
      bind: {
        ...{
          ja: '逆引きゾーンの委任を受けている場合は、次のように書きます。',
          en: 'If the reverse zone is delegated to you, write it like this.',
        },
        snippet: '53.2.0.192.in-addr.arpa. IN PTR ns1.{domain}.',
      },
      'azure-dns': {
        ja: 'Azure のパブリック IP アドレスの「逆引き FQDN」に名前を設定します。',
        en: 'Set “Reverse FQDN” of the public IP address in Azure.',
      },
    },
  ),
  references: [rfc1912],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  const pointers = asked(evidence, 'ns-ptr');
  if (pointers.length === 0) return notApplicable;
  const names = new Set(asked(evidence, 'ns-address').map(({ question }) => question.name.toLowerCase()));
  const unknown = pointers.find((each) => !isTold(each));
  const wrong = pointers.filter((each) => isTold(each) && isOther(each, names));
  const [first] = wrong;
  if (first === undefined) return unknown === undefined ? safe : undetermined('no-answer');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first, 'answers')],
    place: wrong.map(({ question }) => question.name).join(' '),
  };
}

function isTold(each: Asked): boolean {
  const code = answerOf(each)?.rcode;
  return code === rcode.noError || code === rcode.nxDomain;
}

function isOther(each: Asked, names: ReadonlySet<string>): boolean {
  const found = recordsIn(each, 'answers', 'PTR');
  return found.length > 0 && found.every(({ record }) => !names.has(record.data.toLowerCase()));
}

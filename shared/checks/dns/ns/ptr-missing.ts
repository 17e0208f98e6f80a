import type { EvidenceOf } from '../../../evidence/evidence.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { type Asked, answerProof, asked, rcode } from '../questions.ts';
import { rfc1912 } from '../references.ts';
import { answerOf } from '../servers.ts';
import { recordsIn } from '../zone-data.ts';

export const nsPtrMissing = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS サーバーのアドレスは逆引きで名前に戻ります',
      en: 'The addresses of the name servers lead back to their names',
    },
    vulnerable: {
      ja: 'DNS サーバーのアドレスに逆引きの名前がありません',
      en: 'The address of a name server has no reverse name',
    },
    why: {
      ja: '逆引きがないと、障害や不正の調査のときに誰のサーバーか分かりにくくなります。名前解決そのものには影響しません。',
      en: 'Without a reverse name it is hard to tell whose server it is when a fault or an abuse is looked into. Look-ups themselves are not affected.',
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

  const unknown = pointers.find((each) => !isTold(each));
  const wrong = pointers.filter((each) => isTold(each) && recordsIn(each, 'answers', 'PTR').length === 0);
  const [first] = wrong;
  if (first === undefined) return unknown === undefined ? safe : undetermined('no-answer');
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [answerProof(evidence, first, 'rcode'), answerProof(evidence, first, 'raw')],
    place: wrong.map(({ question }) => question.name).join(' '),
  };
}

function isTold(each: Asked): boolean {
  const code = answerOf(each)?.rcode;
  return code === rcode.noError || code === rcode.nxDomain;
}

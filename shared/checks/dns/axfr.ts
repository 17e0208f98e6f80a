import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { type Asked, answerProof } from './questions.ts';
import { bindReference, jpcertTransfer, rfc5936 } from './references.ts';
import { askedOf, judgeServers, type NameServer } from './servers.ts';
import { hasNamesOfItsOwn, transferOf } from './transfer-of.ts';

export const axfr = defineCheck({
  version: 2,
  needs: ['dns-answers'],
  severity: 'high',
  text: {
    safe: {
      ja: 'ゾーン転送を外部に許していません',
      en: 'Zone transfers are refused to outsiders',
    },
    vulnerable: {
      ja: '誰でもゾーン転送で全ての名前を取り出せます',
      en: 'Anyone can transfer the whole zone',
    },
    why: {
      ja: 'ゾーンに登録した名前とアドレスの一覧が、まるごと取り出せます。公開していない庁内のサーバーや試験用の機器の名前まで分かり、攻撃する相手を選ぶ地図になります。',
      en: 'The complete list of names and addresses can be taken away, including servers of the office and test machines that were never announced: a map for choosing what to attack.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} ZONE AXFR +noall +answer +comments',
    {
      ja: 'ゾーン転送を、セカンダリー DNS サーバーのアドレス（できれば TSIG の鍵）だけに許可します。確認の命令の ZONE は所見に示したゾーン名に読み替え、「Transfer failed」または REFUSED になれば完了です。',
      en: 'Permit transfers only to the addresses of your secondary servers, better still only with a TSIG key. Put the zone of this finding in place of ZONE; it is done when the command says “Transfer failed” or REFUSED.',
    },
    {
      bind: {
        ja: 'named.conf の options、または各 zone に次を書き、rndc reconfig を実行します（192.0.2.53 をセカンダリーのアドレスに読み替えます。なければ none にします）。',
        en: 'Put this into options or into each zone of named.conf and run rndc reconfig (with your secondary in place of 192.0.2.53, or none if there is none).',
        snippet: 'allow-transfer { 192.0.2.53; };',
      },
      nsd: {
        ja: 'nsd.conf のゾーンの provide-xfr をセカンダリーのアドレスと鍵だけにして、nsd-control reconfig を実行します。',
        en: 'Leave only your secondary’s address and key in provide-xfr of the zone in nsd.conf and run nsd-control reconfig.',
        snippet: 'provide-xfr: 192.0.2.53 TSIG-KEY-NAME',
      },
      knot: {
        ja: 'knot.conf で転送の許可をセカンダリーだけにして、knotc reload を実行します。',
        en: 'Permit transfer only to your secondary in knot.conf and run knotc reload.',
        snippet:
          'acl:\n  - id: secondary\n    address: 192.0.2.53\n    action: transfer\nzone:\n  - domain: ZONE\n    acl: secondary',
      },
      'windows-dns': {
        ja: '管理者の PowerShell で、転送先をセカンダリーに限ります（ZONE と 192.0.2.53 を読み替えます）。',
        en: 'Limit transfers to your secondary in an administrator PowerShell (put your own in place of ZONE and 192.0.2.53).',
        snippet:
          'Set-DnsServerPrimaryZone -Name "ZONE" -SecureSecondaries TransferToSecureServers -SecondaryServers 192.0.2.53',
      },
    },
  ),
  references: [rfc5936, jpcertTransfer, bindReference],
  detect: ({ 'dns-answers': evidence }) =>
    judgeServers(evidence, (server) => judgeTransfers(evidence, server)),
});

function judgeTransfers(evidence: EvidenceOf<'dns-answers'>, server: NameServer): Verdict {
  const transfers = [...askedOf(server, 'axfr'), ...askedOf(server, 'ixfr')].map((one) => ({
    one,
    transfer: transferOf(one.question.answer, one.question.purpose === 'ixfr'),
  }));
  const given = transfers.filter(({ transfer }) => transfer.kind === 'given' || transfer.kind === 'doubtful');
  const sure = given.filter(({ transfer }) => transfer.kind === 'given');
  const accused = accuse(
    evidence,
    (sure.length > 0 ? sure : given).map(({ one }) => one),
    sure.length > 0,
  );
  if (accused !== undefined) return accused;
  for (const { transfer } of transfers) if (transfer.kind === 'unclear') return undetermined(transfer.reason);
  // A zone whose SOA question had no answer may be on this server, and was not asked for.
  for (const { question } of askedOf(server, 'soa')) {
    if (question.answer.outcome === 'unknown') return undetermined(question.answer.reason);
  }
  return transfers.length > 0 ? safe : notApplicable;
}

function accuse(
  evidence: EvidenceOf<'dns-answers'>,
  open: readonly Asked[],
  isSure: boolean,
): Verdict | undefined {
  const [first, ...others] = open.map((one) => answerProof(evidence, one, 'answers'));
  if (first === undefined) return undefined;
  const tells = open.some(({ question }) => hasNamesOfItsOwn(question));
  return {
    verdict: 'vulnerable',
    confidence: isSure ? 'verified' : 'inferred',
    proof: [first, ...others],
    place: [...new Set(open.map(({ question }) => question.name))].join(' '),
    ...(tells ? {} : { severity: 'medium' as const, detail: onlyPublicNames }),
  };
}

const onlyPublicNames = {
  ja: '確かめた範囲では、www やメールサーバーなど、もともと公開されている名前だけでした。そのため危険度を下げました。',
  en: 'In the part that was looked at there were only names that are public anyway, such as www and mail servers; therefore the rating is lower.',
};

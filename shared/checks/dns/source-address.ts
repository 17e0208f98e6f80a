import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { answerProof } from './questions.ts';
import { rfc2181, rfc5452 } from './references.ts';
import { answerOf, askedOf, judgeServers } from './servers.ts';

export const sourceAddress = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: {
      ja: '問い合わせたアドレスから応答が返ります',
      en: 'Answers come from the address that was asked',
    },
    vulnerable: {
      ja: '問い合わせたアドレスとは別のアドレスから応答が返ります',
      en: 'Answers come from another address than the one asked',
    },
    why: {
      ja: '別のアドレスから届いた応答は、偽物と区別できないため捨てられます。このサーバーは利用者から見ると答えないのと同じです。',
      en: 'Answers from elsewhere cannot be told from forgeries and are thrown away: to everyone this server does not answer at all.',
    },
  },
  action: 'dns-server',
  fixes: fixList(
    'dig @{server} -p {port} {domain} SOA +norecurse',
    {
      ja: 'アドレスを複数持つサーバーでは、公開するアドレスごとに待ち受けを設定します。手前の機器でアドレスを変換している場合は、応答も同じ変換を通るようにします。',
      en: 'On a server with several addresses, let it listen on each published address by itself. Where a device before it translates addresses, send the answers back through the same translation.',
    },
    {
      bind: {
        ja: 'named.conf の options の listen-on に公開するアドレスを一つずつ書き、rndc reconfig を実行します。',
        en: 'Name each published address in listen-on of named.conf and run rndc reconfig.',
        snippet: 'listen-on { 192.0.2.53; };\nlisten-on-v6 { 2001:db8::53; };',
      },
      nsd: {
        ja: 'nsd.conf の server に公開するアドレスを一つずつ書き、NSD を再起動します。',
        en: 'Name each published address in the server section of nsd.conf and restart NSD.',
        snippet: 'ip-address: 192.0.2.53\nip-address: 2001:db8::53',
      },
      knot: {
        ja: 'knot.conf の listen に公開するアドレスを一つずつ書き、Knot DNS を再起動します。',
        en: 'Name each published address in listen of knot.conf and restart Knot DNS.',
        snippet: 'server:\n    listen: [ 192.0.2.53@53, 2001:db8::53@53 ]',
      },
    },
  ),
  references: [rfc2181, rfc5452],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const tries = askedOf(server, 'reach').filter(({ question }) => question.transport === 'udp');
    const astray = askedOf(server, 'reach-any-source').find(({ question }) => question.answeredFrom !== null);
    if (astray !== undefined) {
      const proof = [
        proofAt(evidence, ['questions', astray.index, 'answeredFrom']),
        answerProof(evidence, astray, 'raw'),
      ] as const;
      return { verdict: 'vulnerable', confidence: 'verified', proof };
    }
    if (tries.length === 0) return notApplicable;
    return tries.some((asked) => answerOf(asked) !== undefined) ? safe : undetermined('no-answer');
  });
}

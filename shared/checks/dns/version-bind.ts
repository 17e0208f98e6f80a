import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';
import { answerProof } from './questions.ts';
import { bindReference, rfc4892 } from './references.ts';
import { askedOf, judgeServers } from './servers.ts';
import { setting } from './settings.ts';

export const versionBind = defineCheck({
  version: 2,
  needs: ['dns-answers'],
  severity: 'info',
  text: {
    safe: {
      ja: 'DNS サーバーは版数を答えません',
      en: 'The DNS server does not tell its version',
    },
    vulnerable: {
      ja: 'DNS サーバーが版数を答えます（version.bind）',
      en: 'The DNS server tells its version (version.bind)',
    },
    why: {
      ja: '使っているソフトウェアの版が外部から分かると、弱点が公表されたときに、攻撃できる相手としてすぐに見つけられます。版を隠しても弱点はなくならないため、更新を続けることが先です。',
      en: 'When the version can be asked for, the server is quickly found once a flaw of that version becomes known. Hiding it removes no flaw: keeping the software up to date comes first.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'dig @{server} -p {port} version.bind CH TXT +short',
    {
      ja: 'DNS サーバーの設定で、version.bind と version.server への応答を止めます。',
      en: 'Stop answering version.bind and version.server in the configuration of the DNS server.',
    },
    {
      bind: setting('bind', 'version none;\nhostname none;\nserver-id none;'),
      nsd: {
        ja: 'nsd.conf の server に次を書き、nsd-control reconfig を実行します。',
        en: 'Put this into the server section of nsd.conf and run nsd-control reconfig.',
        snippet: 'hide-version: yes\nhide-identity: yes',
      },
      unbound: setting('unbound', 'hide-version: yes\nhide-identity: yes'),
      knot: setting('knot', 'server:\n    identity: ""\n    version: ""'),
      'windows-dns': {
        ja: '管理者のコマンドプロンプトで次を実行し、DNS サービスを再起動します。',
        en: 'Run this in an administrator command prompt and restart the DNS service.',
        snippet: 'dnscmd /config /EnableVersionQuery 0\nnet stop dns\nnet start dns',
      },
    },
  ),
  references: [rfc4892, bindReference],
  detect: ({ 'dns-answers': evidence }) => detect(evidence),
});

/** Many servers answer with a text of their own ("none", "go away"); only what looks like a version tells one. */
const looksLikeVersion = /\d+\.\d+/;

function detect(evidence: EvidenceOf<'dns-answers'>): Verdict {
  return judgeServers(evidence, (server) => {
    const [version] = askedOf(server, 'version-bind');
    if (version === undefined) return notApplicable;
    return judge(version.question.answer, {
      no: notApplicable,
      yes: ({ answers }) => {
        const index = answers.findIndex(({ type, data }) => type === 'TXT' && looksLikeVersion.test(data));
        if (index === -1) return safe;
        const proof = [answerProof(evidence, version, 'answers', index, 'data')] as const;
        return { verdict: 'vulnerable', confidence: 'verified', proof };
      },
    });
  });
}

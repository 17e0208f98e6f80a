import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1034, rfc1912 } from '../references.ts';
import { judgeExtraNames, sameNames } from './name-sets.ts';

export const nsMissingInChild = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: sameNames,
    vulnerable: {
      ja: '上位に届け出た DNS サーバーの一部がゾーンに書かれていません',
      en: 'Some delegated name servers are missing in the zone',
    },
    why: {
      ja: '上位が案内するサーバーとゾーンの内容が食い違っています。引っ越しのあとの届け出忘れが多く、古いサーバーが古い答えを返し続けるおそれがあります。',
      en: 'What the registry says and what the zone says differ. It is often left over from a move: the old server may go on giving old answers.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +trace', {
    ja: '古いサーバーなら登録事業者への届け出から外します。使っているサーバーなら、ゾーンの NS に加えます。',
    en: 'Remove an old server at the registrar; add one that is in use to the NS records of the zone.',
  }),
  references: [rfc1034, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeExtraNames(evidence, 'parent'),
});

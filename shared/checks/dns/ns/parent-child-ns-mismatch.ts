import { defineCheck } from '../../check.ts';
import { delegationFixes } from '../fixes.ts';
import { rfc1034, rfc1912 } from '../references.ts';
import { judgeExtraNames, sameNames } from './name-sets.ts';

export const nsParentChildNsMismatch = defineCheck({
  version: 1,
  needs: ['dns-answers'],
  severity: 'low',
  text: {
    safe: sameNames,
    vulnerable: {
      ja: 'ゾーンの DNS サーバーの一部が上位に届け出られていません',
      en: 'Some name servers of the zone are not delegated at the registry',
    },
    why: {
      ja: 'ゾーンには書かれているのに上位が知らない DNS サーバーには、問い合わせがほとんど届きません。備えのつもりの 1 台が働いていないことになります。',
      en: 'Hardly anyone asks a server that the registry does not know. What was meant as a reserve does not work as one.',
    },
  },
  action: 'dns-zone',
  fixes: delegationFixes('dig {domain} NS +trace', {
    ja: 'ゾーンの NS と同じ一覧を登録事業者に届け出ます。使っていないサーバーならゾーンの NS から消します。',
    en: 'Give the registrar the same list as in the zone, or delete the server from the NS records if it is no longer in use.',
  }),
  references: [rfc1034, rfc1912],
  detect: ({ 'dns-answers': evidence }) => judgeExtraNames(evidence, 'zone'),
});

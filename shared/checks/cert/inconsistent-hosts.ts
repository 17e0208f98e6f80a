import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe } from '../verdicts.ts';
import { replaceFixes } from './fixes.ts';
import { nameMatches, namesOf } from './names.ts';
import { judgeChain, type Presented } from './presented.ts';

export const inconsistentHosts = defineCheck({
  version: 2,
  needs: ['certificate'],
  estate: ['certificate'],
  severity: 'medium',
  text: {
    safe: {
      ja: '同じ名前のどのサーバーも正しい証明書を示します',
      en: 'Every server of this name shows a good certificate',
    },
    vulnerable: {
      ja: '同じ名前のサーバーのうち、この 1 台だけ証明書に問題があります',
      en: 'Of the servers of this name, only this one shows a bad certificate',
    },
    why: {
      ja: '同じ名前で動いている複数のサーバーのうち、この 1 台だけが古い証明書や信頼されない証明書を示します。住民は、どのサーバーにつながるかによって、ときどき警告に出会います。',
      en: 'Of several servers with the same name, this one alone shows an old or untrusted certificate. Depending on where they end up, residents meet a warning now and then.',
    },
  },
  action: 'certificate-renewal',
  fixes: replaceFixes({
    ja: 'ほかのサーバーと同じ新しい証明書を、このサーバーにも設定します。',
    en: 'Install the same new certificate here as on the other servers.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc9525'],
  detect: ({ certificate }, _at, _knowledge, estate) =>
    judgeChain(certificate, (leaf, presented) => {
      const { name, port, host } = certificate.endpoint;
      if (name === null) return notApplicable;
      const twins = estate
        .filter((item) => item.kind === 'certificate')
        .filter(({ endpoint }) => endpoint.name === name && endpoint.port === port && endpoint.host !== host);
      if (twins.length === 0) return notApplicable;
      const good = twins.find(
        ({ data: { presented: other } }) =>
          other.outcome === 'yes' &&
          other.value.chain[0]?.sha256 !== leaf.sha256 &&
          isGood(name, other.value),
      );
      if (good === undefined || isGood(name, presented)) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [
          proofAt(certificate, ['presented', 'value', 'trust']),
          proofAt(certificate, ['presented', 'value', 'chain', 0, 'dnsNames']),
          proofAt(good, ['presented', 'value', 'trust']),
        ],
        detail: {
          ja: `正しい証明書を示すサーバー：${good.endpoint.host}`,
          en: `${good.endpoint.host} shows a good one.`,
        },
      };
    }),
});

function isGood(name: string, { trust, chain: [leaf] }: Presented): boolean {
  return trust === 'trusted' && leaf !== undefined && namesOf(leaf).some((own) => nameMatches(own, name));
}

import type { Text } from '../../../model/text.ts';
import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { safe, undetermined } from '../../verdicts.ts';
import { policyFixes } from './fixes.ts';
import { ifAnnounced, publishedBy, type Unusable } from './published.ts';

export const mtaStsInvalid = defineCheck({
  version: 1,
  needs: ['mta-sts-policy'],
  estate: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: { ja: 'MTA-STS の方針を正しく読み取れます', en: 'The MTA-STS policy can be read' },
    vulnerable: {
      ja: 'MTA-STS を宣言していますが、方針を読み取れません',
      en: 'MTA-STS is announced, but its policy cannot be read',
    },
    why: {
      ja: 'DNS では暗号化を必須とすると宣言していますが、方針のファイルに誤りがあるため、送信元はこれを使えません。守られているつもりでも、第三者が暗号化を外してメールを読むことができます。',
      en: 'The DNS announces that encryption is required, but senders cannot use the policy, because its file is wrong. What looks protected can still be stripped of its encryption and read.',
    },
  },
  action: 'mail-domain',
  fixes: policyFixes({
    ja: '次の内容のファイルを、転送せずに、Content-Type: text/plain で返します。mx には実際の MX の名前を 1 行ずつ書きます。',
    en: 'Serve this file with Content-Type: text/plain and without a redirect; one mx line for each real MX server.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc8461#section-3.2'],
  detect: ({ 'mta-sts-policy': policy }, _at, _knowledge, estate) => {
    const published = publishedBy(policy);
    if (published.outcome === 'policy') return safe;
    if (published.outcome === 'unknown') return undetermined(published.reason);
    const { why, at } = published;
    return ifAnnounced(policy, estate, () => ({
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(policy, ['response', 'value', at])],
      detail: details[why],
    }));
  },
});

const details: Readonly<Record<Unusable, Text>> = {
  redirected: { ja: '別の場所へ転送されます。', en: 'It is redirected elsewhere.' },
  'not-there': { ja: '方針のファイルがありません。', en: 'The file is not there.' },
  'not-text': { ja: '種類が text/plain ではありません。', en: 'Its type is not text/plain.' },
  syntax: { ja: '「項目: 値」の形ではない行があります。', en: 'A line is not of the form “field: value”.' },
  version: { ja: 'version: STSv1 がありません。', en: 'version: STSv1 is missing.' },
  mode: { ja: 'mode がないか、誤っています。', en: 'mode is missing or wrong.' },
  'max-age': { ja: 'max_age がないか、誤っています。', en: 'max_age is missing or wrong.' },
  mx: {
    ja: 'mx がないか、サーバーの名前ではありません。',
    en: 'mx is missing, or not the name of a server.',
  },
};

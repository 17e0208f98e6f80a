import { parseTags } from '../../../evidence/mail-domain/tags.ts';
import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { find, recordProof } from '../lookups.ts';

export const bimiSyntax = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'info',
  text: {
    safe: { ja: 'BIMI レコードの書き方に誤りはありません', en: 'The BIMI record is well-formed' },
    vulnerable: { ja: 'BIMI レコードの書き方に誤りがあります', en: 'The BIMI record is malformed' },
    why: {
      ja: 'BIMI は、受信箱に団体のロゴを表示させる仕組みです。誤りがあるとロゴが表示されないだけで、安全には影響しません。',
      en: 'BIMI shows your logo in inboxes. With a faulty record the logo is missing; safety is not affected.',
    },
  },
  action: 'mail-domain',
  fixes: fixList('dig +short TXT default._bimi.{domain}', {
    ja: '次の形に直します。',
    en: 'Correct it to this form.',
    snippet:
      'default._bimi.{domain}. IN TXT "v=BIMI1; l=https://{domain}/logo.svg; a=https://{domain}/mark.pem"',
  }),
  references: ['https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/'],
  detect: ({ 'mail-domain': mail }) => {
    const found = find(mail, 'TXT', `default._bimi.${mail.endpoint.host}`);
    if (found.outcome === 'unknown') return undetermined(found.reason);
    const [record] = found.records.filter(({ data }) => /^v\s*=\s*BIMI1/i.test(data));
    if (record === undefined) return notApplicable;
    const tags = parseTags(record.data);
    const places = [tags?.get('l'), tags?.get('a')].filter((place) => place !== undefined && place !== '');
    const sound = tags?.has('l') === true && places.every((place) => /^https:\/\/\S+$/i.test(place ?? ''));
    if (sound) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [recordProof(mail, found.index, record.at)],
    };
  },
});

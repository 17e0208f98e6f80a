import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';

import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { tlsaFixes } from '../fixes.ts';
import { tlsaOf } from './records.ts';

export const tlsaInvalid = defineCheck({
  version: 1,
  needs: ['certificate', 'host-dns'],
  severity: 'high',
  text: {
    safe: { ja: 'TLSA レコードは正しく書かれています', en: 'The TLSA records are well-formed' },
    vulnerable: { ja: 'TLSA レコードの書き方に誤りがあります', en: 'A TLSA record is malformed' },
    why: {
      ja: 'DNSSEC で守られた TLSA レコードに誤りがあると、DANE に対応したメールサーバーは、このサーバーへの配送を止めることがあります。住民や他の団体からのメールが届かなくなります。',
      en: 'Where a TLSA record under DNSSEC is malformed, mail servers with DANE may stop delivering here. Mail from residents and others does not arrive.',
    },
  },
  action: 'dns-zone',
  fixes: tlsaFixes({
    ja: '誤りのあるレコードを削除し、正しいものを登録します。',
    en: 'Remove the faulty record and publish a correct one.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6698', 'https://www.rfc-editor.org/rfc/rfc7671'],
  detect: ({ certificate, 'host-dns': dns }) => {
    const answer = tlsaOf(dns, certificate);
    if (answer.outcome === 'unknown') return undetermined(answer.reason);
    if (answer.outcome !== 'records') return notApplicable;
    const faulty = answer.records.find(({ tlsa }) => tlsa === undefined);
    if (faulty === undefined) return safe;
    return { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(dns, faulty.path)] };
  },
});

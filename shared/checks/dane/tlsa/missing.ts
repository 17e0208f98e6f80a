import { defineCheck } from '../../check.ts';
import { proofAt } from '../../proof.ts';
import { isOpportunistic } from '../../tls/opportunistic.ts';
import { notApplicable, safe, undetermined } from '../../verdicts.ts';
import { tlsaFixes } from '../fixes.ts';
import { tlsaOf } from './records.ts';

export const tlsaMissing = defineCheck({
  version: 1,
  needs: ['certificate', 'host-dns'],
  severity: 'info',
  text: {
    safe: { ja: 'TLSA レコードが登録されています（DANE）', en: 'TLSA records are published (DANE)' },
    vulnerable: {
      ja: 'TLSA レコードが登録されていません（DANE）',
      en: 'No TLSA records are published (DANE)',
    },
    why: {
      ja: 'DNSSEC で守られたドメインでは、TLSA レコードを登録すると、メールサーバーどうしの暗号化を第三者が外せなくなります。登録がなくても問題ではありませんが、DNSSEC を導入しているなら効果の高い備えです。',
      en: 'In a domain protected by DNSSEC, TLSA records keep others from stripping the encryption between mail servers. It is no fault without, but worth doing where DNSSEC is in place.',
    },
  },
  action: 'dns-zone',
  fixes: tlsaFixes({
    ja: 'メールサーバーの公開鍵から TLSA レコードを作り、登録します。',
    en: 'Make a TLSA record of the mail server’s public key and publish it.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc6698', 'https://www.rfc-editor.org/rfc/rfc7671'],
  detect: ({ certificate, 'host-dns': dns }) => {
    // On the web no browser asks for them.
    if (!isOpportunistic(certificate)) return notApplicable;
    const tlsa = tlsaOf(dns, certificate);
    switch (tlsa.outcome) {
      case 'records':
        return safe;
      case 'insecure':
        return notApplicable;
      case 'unknown':
        return undetermined(tlsa.reason);
      case 'none':
        return { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(dns, tlsa.path)] };
    }
  },
});

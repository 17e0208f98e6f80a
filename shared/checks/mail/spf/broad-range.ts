import type { SpfTerm } from '../../../evidence/mail-domain/spf.ts';
import { defineCheck } from '../../check.ts';
import { safe } from '../../verdicts.ts';
import { recordProof } from '../lookups.ts';
import { dekyoSenderAuthentication, googleSenders } from '../references.ts';
import { spfFixes } from './fixes.ts';
import { judgeSpfTree } from './judge.ts';

export const spfBroadRange = defineCheck({
  version: 1,
  needs: ['mail-domain'],
  severity: 'medium',
  text: {
    safe: {
      ja: 'SPF で許可されたアドレスの範囲は限られています',
      en: 'SPF permits a limited range of addresses',
    },
    vulnerable: {
      ja: 'SPF で許可されたアドレスの範囲が広すぎます',
      en: 'SPF permits too wide a range of addresses',
    },
    why: {
      ja: '数万のアドレスに団体の名でのメール送信を許しています。その中のどこか一台でも第三者が使えれば、なりすましメールが本物と判定されます。',
      en: 'Tens of thousands of addresses may send in your name. Whoever can use a single one of them has forged mail certified as genuine.',
    },
  },
  action: 'mail-domain',
  fixes: spfFixes({
    ja: '実際に送信するサーバーのアドレスだけに絞ります。',
    en: 'Narrow it to the addresses of the servers that really send.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.6',
    dekyoSenderAuthentication,
    googleSenders,
  ],
  detect: ({ 'mail-domain': mail }) =>
    judgeSpfTree(mail, ({ own }) => {
      const count = own.terms.reduce((sum, term) => sum + addressesOf(term), 0);
      // Everybody at all is told by mail.spf.plus-all.
      if (count < tooMany || count >= everybody) return safe;
      return {
        verdict: 'vulnerable',
        confidence: 'verified',
        proof: [recordProof(mail, own.index, own.at)],
        detail: {
          ja: `IPv4 アドレス ${count.toLocaleString('ja-JP')} 個に送信を許しています。`,
          en: `${count.toLocaleString('en-GB')} IPv4 addresses may send.`,
        },
      };
    }),
});

/** A /16, more than any organisation's own mail servers need. Services that many share are not counted: includes are theirs. */
const tooMany = 2 ** 16;
const everybody = 2 ** 32;

function addressesOf(term: SpfTerm): number {
  if (term.kind !== 'mechanism' || term.qualifier !== '+') return 0;
  return term.name === 'ip4' || term.name === 'a' || term.name === 'mx' ? 2 ** (32 - term.prefix4) : 0;
}

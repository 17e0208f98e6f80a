import { parseAddress } from '../../model/address.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { ptrFixes } from './ptr-fixes.ts';
import { isPublicExchanger, lookedUp, reverseOf } from './reverse.ts';

export const fcrdns = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'host-dns'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールサーバーの逆引きの名前は、元のアドレスに戻ります',
      en: 'The PTR name of the mail server leads back to its address',
    },
    vulnerable: {
      ja: 'メールサーバーの逆引きの名前が、元のアドレスに戻りません',
      en: 'The PTR name of the mail server does not lead back to its address',
    },
    why: {
      ja: '逆引きの名前が本物かどうかを確かめられないため、このアドレスから送ったメールは迷惑メールと判断されやすくなります。受信だけに使うサーバーでは、直さなくても支障はありません。',
      en: 'The PTR name cannot be confirmed, so mail from this address is more easily taken for spam. A server that only receives mail does no harm this way.',
    },
  },
  action: 'dns-zone',
  fixes: ptrFixes({
    ja: '逆引き（PTR）の名前の A または AAAA レコードをこのアドレスにするか、逆引きの名前を直すよう事業者に依頼します。',
    en: 'Point the A or AAAA record of the PTR name at this address, or have the provider correct the PTR name.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc8499#section-11',
    'https://support.google.com/a/answer/81126',
  ],
  detect: ({ 'smtp-dialog': mail, 'host-dns': dns }) => {
    if (!isPublicExchanger(mail)) return notApplicable;
    if (mail.data.banner.outcome === 'unknown') return undetermined(mail.data.banner.reason);
    const reverse = reverseOf(dns);
    if (reverse.outcome === 'unknown') return undetermined(reverse.reason);
    if (reverse.values.length === 0) return notApplicable;
    const type = mail.endpoint.host.includes(':') ? 'AAAA' : 'A';
    const back = reverse.values.flatMap((name) => lookedUp(dns, 'ptr-address', [type], name));
    const own = parseAddress(mail.endpoint.host);
    const leadsBack = back.some(
      (looked) => looked.outcome === 'answered' && looked.values.some((value) => parseAddress(value) === own),
    );
    if (leadsBack) return safe;
    const open = back.find((looked) => looked.outcome === 'unknown');
    if (open?.outcome === 'unknown') return undetermined(open.reason);
    // Names that are no host names, or too many of them, were not asked about.
    if (back.length < reverse.values.length) return undetermined('not-attempted');
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [
        proofAt(dns, [...reverse.path, 'raw']),
        ...back.flatMap((looked) =>
          looked.outcome === 'answered' ? [proofAt(dns, [...looked.path, 'raw'])] : [],
        ),
      ],
    };
  },
});

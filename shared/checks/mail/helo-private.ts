import { parseAddress, specialPurpose } from '../../model/address.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { announcedBy } from './announced.ts';
import { isInternalName } from './internal-name.ts';
import { serverNameFixes } from './name-fixes.ts';
import { notHeard } from './smtp.ts';

export const heloPrivate = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーは庁内用の名前を名乗っていません',
      en: 'The mail server does not announce an internal name',
    },
    vulnerable: {
      ja: 'メールサーバーが庁内用の名前を名乗っています',
      en: 'The mail server announces an internal name',
    },
    why: {
      ja: '庁内のサーバー名やアドレスが外部から分かります。同じ名前で送信すると、相手に迷惑メールと判断され、住民にメールが届かないこともあります。',
      en: 'Outsiders learn names or addresses of your internal network. Mail sent under such a name may be taken for spam and not reach residents.',
    },
  },
  action: 'mail-server',
  fixes: serverNameFixes({
    ja: 'メールサーバーが名乗る名前を、インターネットから引ける名前（MX レコードの名前など）にします。',
    en: 'Have the mail server announce a name that the Internet can resolve, such as that of the MX record.',
  }),
  references: ['https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5'],
  detect: ({ 'smtp-dialog': mail }) => {
    const unheard = notHeard(mail);
    if (unheard !== undefined) return unheard;
    const { banner } = mail.data;
    if (banner.outcome === 'unknown') return undetermined(banner.reason);
    // Seen from within, internal names are in their place.
    const address = parseAddress(mail.endpoint.host);
    const isInside = address !== undefined && specialPurpose(address) === 'private';
    if (isInside) return notApplicable;
    const found = announcedBy(mail).find(({ word }) => isInternalName(word));
    if (found === undefined) return safe;
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(mail, found.path)],
      detail: {
        ja: `「${found.word.slice(0, 100)}」と名乗っています。`,
        en: `It calls itself "${found.word.slice(0, 100)}".`,
      },
    };
  },
});

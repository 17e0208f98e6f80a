import { parseHostName } from '../../model/host-name.ts';
import { defineCheck } from '../check.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';
import { announcedBy } from './announced.ts';
import { isInternalName } from './internal-name.ts';
import { serverNameFixes } from './name-fixes.ts';
import { isPublicExchanger, reverseOf } from './reverse.ts';
import { notHeard } from './smtp.ts';

export const hostnameMismatch = defineCheck({
  version: 1,
  needs: ['smtp-dialog', 'host-dns'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーが名乗る名前は、DNS の名前と合っています',
      en: 'The mail server announces a name that the DNS knows it by',
    },
    vulnerable: {
      ja: 'メールサーバーが名乗る名前が、DNS の名前と違います',
      en: 'The mail server announces a name that the DNS does not know it by',
    },
    why: {
      ja: '名乗る名前と DNS の名前が違うサーバーから届いたメールは、迷惑メールと判断されやすくなります。同じ名前で送信もしている場合、住民あてのメールが届きにくくなります。受信だけに使うサーバーでは、直さなくても支障はありません。',
      en: 'Mail from a server whose own name differs from that in the DNS is more easily taken for spam. Where it sends as well, mail to residents may not arrive. A server that only receives does no harm this way.',
    },
  },
  action: 'mail-server',
  fixes: serverNameFixes({
    ja: 'メールサーバーが名乗る名前を、逆引き（PTR）の名前と同じにします。',
    en: 'Have the mail server announce the name of its PTR record.',
  }),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4',
    'https://www.rfc-editor.org/rfc/rfc1912#section-2.1',
  ],
  detect: ({ 'smtp-dialog': mail, 'host-dns': dns }) => {
    if (!isPublicExchanger(mail)) return notApplicable;
    const unheard = notHeard(mail);
    if (unheard !== undefined) return unheard;
    if (mail.data.banner.outcome === 'unknown') return undetermined(mail.data.banner.reason);
    const announced = announcedBy(mail).filter(({ word }) => parseHostName(word) !== undefined);
    const [first] = announced;
    // mail.helo-private tells of the other fault.
    if (first === undefined || announced.some(({ word }) => isInternalName(word))) return notApplicable;
    const reverse = reverseOf(dns);
    const known = [mail.endpoint.name ?? [], reverse.outcome === 'answered' ? reverse.values : []].flat();
    if (announced.some(({ word }) => known.some((name) => isKindred(word, name)))) return safe;
    if (reverse.outcome === 'unknown') return undetermined(reverse.reason);
    if (known.length === 0) return undetermined('no-name');
    return {
      verdict: 'vulnerable',
      confidence: 'verified',
      proof: [proofAt(mail, first.path), proofAt(dns, [...reverse.path, 'raw'])],
      detail: {
        ja: `「${first.word.slice(0, 100)}」と名乗りますが、DNS の名前は ${known.join('、')} です。`,
        en: `It calls itself "${first.word.slice(0, 100)}", but the DNS knows it as ${known.join(', ')}.`,
      },
    };
  },
});

/** The same name or one of the same body: servers behind a common name each tell their own. `lg.jp` is nobody's own. */
function isKindred(a: string, b: string): boolean {
  const [mine, theirs] = [a, b].map((name) => name.toLowerCase().split('.').reverse());
  let common = 0;
  while (mine?.[common] !== undefined && mine[common] === theirs?.[common]) common += 1;
  return common >= 3 || (common === 2 && (mine?.[1] ?? '').length > 3);
}

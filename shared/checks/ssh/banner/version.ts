import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';

export const bannerVersion = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'info',
  text: {
    safe: { ja: 'SSH の挨拶に製品の版数は含まれていません', en: 'The greeting of SSH tells no version' },
    vulnerable: {
      ja: 'SSH の挨拶が製品名と版数を知らせています',
      en: 'The greeting of SSH tells product and version',
    },
    why: {
      ja: '版数が分かると、その版の弱点を使った攻撃を選びやすくなります。SSH の仕様では製品名を示すため、参考として挙げます。',
      en: 'A known version makes it easier to choose an attack. SSH is made to name its product, hence a remark.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    'nmap -Pn -p {port} -sV {host}',
    {
      ja: '更新を続け、接続元を限ります。版数を隠すことより、更新のほうが大切です。',
      en: 'Keep it up to date and limit its sources; that matters more than hiding the version.',
    },
    {
      openssh: {
        ja: 'Debian と Ubuntu では、末尾の配布元の版数を隠せます。',
        en: 'On Debian and Ubuntu the distribution’s revision can be hidden.',
        snippet: 'DebianBanner no',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc4253#section-4.2'],
  detect: ({ 'ssh-kexinit': evidence }) =>
    judge(evidence.data.banner, {
      no: notApplicable,
      yes: (banner) =>
        /^SSH-[\d.]+-.*\d+\.\d+/.test(banner)
          ? { verdict: 'vulnerable', confidence: 'verified', proof: [proofAt(evidence, ['banner', 'value'])] }
          : safe,
    }),
});

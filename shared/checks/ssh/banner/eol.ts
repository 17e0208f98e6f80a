import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { proofAt } from '../../proof.ts';
import { judge, notApplicable, safe } from '../../verdicts.ts';
import { isEndOfLife } from '../software.ts';

export const bannerEol = defineCheck({
  version: 1,
  needs: ['ssh-kexinit'],
  severity: 'high',
  text: {
    safe: {
      ja: 'SSH の版は、修正の提供が終わったものではありません',
      en: 'The version of SSH still gets corrections',
    },
    vulnerable: {
      ja: 'SSH の版が、修正の提供が終わったもののようです',
      en: 'The version of SSH seems to get no more corrections',
    },
    why: {
      ja: '見つかった弱点が直されないまま残ります。表示された版数からの推定です。配布元が独自に修正している場合は、配布元のサポート期限を確かめてください。',
      en: 'Flaws that are found stay. This is told from the version shown; where a distribution mends its own packages, look at the end of its support.',
    },
  },
  action: 'software-update',
  fixes: fixList(
    'nmap -Pn -p {port} -sV {host}',
    {
      ja: 'OS または機器のファームウェアを、サポートのある版に更新します。更新のない機器は交換し、それまで接続元を限ります。',
      en: 'Update the operating system or firmware to one that is supported. Replace what gets none, and limit its sources until then.',
    },
    {
      debian: {
        ja: 'サポートのある版に OS を上げます。',
        en: 'Move the system to a supported release.',
        snippet: 'apt-get update && apt-get full-upgrade',
      },
      rhel: {
        ja: 'サポートのある版に OS を上げます。',
        en: 'Move the system to a supported release.',
        snippet: 'dnf upgrade openssh-server',
      },
      dropbear: { ja: 'Dropbear 2022.83 以降に更新します。', en: 'Update to Dropbear 2022.83 or newer.' },
      'cisco-ios': { ja: '推奨される版の IOS に更新します。', en: 'Update to a recommended IOS release.' },
    },
  ),
  references: [
    'https://www.openssh.com/releasenotes.html',
    'https://matt.ucc.asn.au/dropbear/CHANGES',
    'https://endoflife.date/debian',
  ],
  detect: ({ 'ssh-kexinit': evidence }) =>
    judge(evidence.data.banner, {
      no: notApplicable,
      yes: (banner) =>
        isEndOfLife(banner)
          ? { verdict: 'vulnerable', confidence: 'inferred', proof: [proofAt(evidence, ['banner', 'value'])] }
          : safe,
    }),
});

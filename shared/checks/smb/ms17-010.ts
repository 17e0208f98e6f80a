import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe, undetermined } from '../verdicts.ts';

export const smbMs17010 = defineCheck({
  version: 1,
  needs: ['service-reply'],
  optIn: 'smb-ms17-010',
  severity: 'critical',
  text: {
    safe: { ja: 'MS17-010 の弱点はありません', en: 'The flaw MS17-010 is not there' },
    vulnerable: {
      ja: 'MS17-010（EternalBlue）の弱点があります',
      en: 'The flaw MS17-010 (EternalBlue) is there',
    },
    why: {
      ja: '世界中に広がったランサムウェア WannaCry が使った弱点です。パスワードなしでサーバーを乗っ取られ、庁内のファイルが暗号化されます。',
      en: 'It is the flaw that the ransomware WannaCry used: servers are taken over without a password, and the files of the office are encrypted.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    445,
    {
      ja: 'ただちに TCP 445 番を閉じ、Windows Update を適用し、SMB 1 を無効にします。すでに侵入されていないかも調べます。',
      en: 'Close TCP 445 at once, install the updates and switch SMB 1 off. Find out whether somebody has been in already.',
    },
    {
      'windows-server': {
        ja: '管理者の PowerShell で次を実行します。古い複合機などが SMB 1 を使っていないか先に確かめます。',
        en: 'Run this in an administrator PowerShell, after checking that no old copier needs SMB 1.',
        snippet:
          'Set-SmbServerConfiguration -EnableSMB1Protocol $false -Force\nDisable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart',
      },
    },
  ),
  references: [
    'https://learn.microsoft.com/en-us/security-updates/securitybulletins/2017/ms17-010',
    'https://www.jpcert.or.jp/at/2017/at170020.html',
  ],
  cves: ['CVE-2017-0143', 'CVE-2017-0144', 'CVE-2017-0145', 'CVE-2017-0146', 'CVE-2017-0148'],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(replies, 'smb-ms17-010', ({ patched }, accuse) => {
      if (patched === 'no') return accuse();
      return patched === 'yes' ? safe : undetermined('no-proof');
    }),
});

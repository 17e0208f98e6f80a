import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { safe } from '../verdicts.ts';

export const smbVersion1 = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: '古いファイル共有（SMB 1）は使えません', en: 'Old file sharing (SMB 1) is not spoken' },
    vulnerable: { ja: '古いファイル共有（SMB 1）が使えます', en: 'Old file sharing (SMB 1) is spoken' },
    why: {
      ja: 'SMB 1 は 30 年以上前の設計で、暗号化も改ざん検知も弱く、WannaCry などの自動感染型マルウェアが広がる原因になりました。製造元は使用をやめるよう求めています。',
      en: 'SMB 1 is a design of more than thirty years ago, weak in every protection, and the way by which WannaCry spread. Its maker asks everybody to stop using it.',
    },
  },
  action: 'close-service',
  fixes: closeFixes(
    445,
    {
      ja: 'インターネット側のファイアウォールで TCP 445 番と 139 番を閉じ、SMB 1 を無効にし、署名を必須にします。',
      en: 'Close TCP 445 and 139 at the Internet firewall, switch SMB 1 off and require signing.',
    },
    {
      'windows-server': {
        ja: '管理者の PowerShell で次を実行します。古い複合機などが SMB 1 を使っていないか先に確かめます。',
        en: 'Run this in an administrator PowerShell, after checking that no old copier needs SMB 1.',
        snippet:
          'Set-SmbServerConfiguration -EnableSMB1Protocol $false -Force\nDisable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart',
      },
      debian: {
        ja: '/etc/samba/smb.conf の [global] に次を書き、systemctl restart smbd を実行します。',
        en: 'Put this into [global] of /etc/samba/smb.conf and run systemctl restart smbd.',
        snippet: 'server min protocol = SMB2_10',
      },
      rhel: {
        ja: '/etc/samba/smb.conf の [global] に次を書き、systemctl restart smbd を実行します。',
        en: 'Put this into [global] of /etc/samba/smb.conf and run systemctl restart smbd.',
        snippet: 'server min protocol = SMB2_10',
      },
    },
  ),
  references: [
    'https://learn.microsoft.com/en-us/windows-server/storage/file-server/troubleshoot/detect-enable-and-disable-smbv1-v2-v3',
    'https://www.jpcert.or.jp/at/2017/at170020.html',
  ],
  detect: ({ 'service-reply': replies }) =>
    judgeReply(
      replies,
      'smb',
      ({ version1 }, accuse) => (version1 === 'spoken' ? accuse() : safe),
      'negotiate-v1',
    ),
});

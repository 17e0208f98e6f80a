import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { judgeReply } from '../exposed/replies.ts';
import { notApplicable, safe } from '../verdicts.ts';

export const signingNotRequired = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'medium',
  text: {
    safe: { ja: 'ファイル共有（SMB）は署名を必須にしています', en: 'File sharing (SMB) requires signatures' },
    vulnerable: {
      ja: 'ファイル共有（SMB）が署名を必須にしていません',
      en: 'File sharing (SMB) does not require signatures',
    },
    why: {
      ja: '通信の途中に割り込んだ者が、職員の認証をそのまま転送してサーバーに入る攻撃（NTLM リレー）に使えます。',
      en: 'Someone in between can pass a user’s login on and enter the server with it (NTLM relay).',
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
        ja: '管理者の PowerShell で次を実行します。ドメインではグループポリシー「Microsoft ネットワーク サーバー: 常に通信にデジタル署名を行う」を有効にします。',
        en: 'Run this in an administrator PowerShell; in a domain enable the policy “Microsoft network server: Digitally sign communications (always)”.',
        snippet: 'Set-SmbServerConfiguration -RequireSecuritySignature $true -Force',
      },
      debian: {
        ja: '/etc/samba/smb.conf の [global] に次を書き、systemctl restart smbd を実行します。',
        en: 'Put this into [global] of /etc/samba/smb.conf and run systemctl restart smbd.',
        snippet: 'server signing = mandatory',
      },
      rhel: {
        ja: '/etc/samba/smb.conf の [global] に次を書き、systemctl restart smbd を実行します。',
        en: 'Put this into [global] of /etc/samba/smb.conf and run systemctl restart smbd.',
        snippet: 'server signing = mandatory',
      },
    },
  ),
  references: ['https://learn.microsoft.com/en-us/windows-server/storage/file-server/smb-signing-overview'],
  detect: ({ 'service-reply': replies }) => detect(replies),
});

/** Of the newest version that it speaks. */
function detect(replies: EvidenceOf<'service-reply'>): Verdict {
  const newest = of(replies, 'negotiate-v2');
  return newest.verdict === 'not-applicable' ? of(replies, 'negotiate-v1') : newest;
}

function of(replies: EvidenceOf<'service-reply'>, asked: string): Verdict {
  return judgeReply(
    replies,
    'smb',
    ({ signing }, accuse) =>
      signing === undefined ? notApplicable : signing === 'required' ? safe : accuse(),
    asked,
  );
}

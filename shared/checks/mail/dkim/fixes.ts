import type { Text } from '../../../model/text.ts';
import { fixList } from '../../fixes.ts';

/** A key of 2048 bits under a new selector, wherever mail is signed. */
export function dkimFixes({ ja, en }: Text) {
  return fixList(
    'dig +short TXT SELECTOR._domainkey.{domain}',
    { ja, en, snippet: 'SELECTOR._domainkey.{domain}. IN TXT "v=DKIM1; k=rsa; p=PUBLIC_KEY"' },
    {
      postfix: {
        ja: `${ja}OpenDKIM を使っている場合は、次のように鍵を作り、KeyTable と SigningTable を書き換えて再起動します。`,
        en: `${en} With OpenDKIM, make a key like this, change KeyTable and SigningTable, and restart.`,
        snippet: 'opendkim-genkey -b 2048 -d {domain} -s SELECTOR',
      },
      exim: {
        ja: `${ja}鍵を作り、dkim_selector と dkim_private_key を書き換えて再起動します。`,
        en: `${en} Make a key, change dkim_selector and dkim_private_key, and restart.`,
        snippet: 'openssl genrsa -out /etc/exim4/dkim.pem 2048',
      },
      microsoft365: {
        ja: `${ja}Exchange Online PowerShell で 2048 ビットに切り替えます。`,
        en: `${en} Switch to 2048 bits in Exchange Online PowerShell.`,
        snippet: 'Rotate-DkimSigningConfig -Identity {domain} -KeySize 2048',
      },
      'google-workspace': {
        ja: `${ja}管理コンソールの「メールの認証」で、2048 ビットの新しいレコードを生成します。`,
        en: `${en} Generate a new record of 2048 bits under “Authenticate email” in the admin console.`,
      },
    },
  );
}

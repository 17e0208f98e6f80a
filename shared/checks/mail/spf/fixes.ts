import type { Text } from '../../../model/text.ts';
import { type Advice, fixList } from '../../fixes.ts';

/** The right SPF record; what is wrong with the present one, if there is one, comes first. */
export function spfFixes(first?: Text) {
  const then = (ja: string, en: string, snippet: string): Advice =>
    first === undefined ? { ja, en, snippet } : { ja: `${first.ja}${ja}`, en: `${first.en} ${en}`, snippet };
  return fixList(
    'dig +short TXT {domain}',
    then(
      'メールを送るサーバーとサービス（メール配信、申請システムなど）をすべて書き、最後を ~all か -all にします。メールを送らないドメインでは v=spf1 -all だけを書きます。',
      'List every server and service that sends mail for you, and end with ~all or -all. A domain that never sends publishes v=spf1 -all alone.',
      '; {domain} sends mail\n{domain}. IN TXT "v=spf1 mx ~all"\n; {domain} never sends mail\n{domain}. IN TXT "v=spf1 -all"',
    ),
    {
      microsoft365: then(
        'DNS に次のレコードを置きます。ほかに送信元がある場合は include や ip4 を加えます。',
        'Publish this record; add include or ip4 for further senders.',
        '{domain}. IN TXT "v=spf1 include:spf.protection.outlook.com -all"',
      ),
      'google-workspace': then(
        'DNS に次のレコードを置きます。ほかに送信元がある場合は include や ip4 を加えます。',
        'Publish this record; add include or ip4 for further senders.',
        '{domain}. IN TXT "v=spf1 include:_spf.google.com ~all"',
      ),
    },
  );
}

import type { Text } from '../../model/text.ts';
import { fixList } from '../fixes.ts';

/** Who holds an address writes its PTR: usually the provider, rarely a zone of one's own. */
export function ptrFixes(what: Text) {
  return fixList('dig -x {host} +short', what, {
    bind: {
      ja: '逆引きゾーンの管理を任されている場合は、そのゾーンファイルに PTR を書き、SOA のシリアルを増やして rndc reload を実行します。',
      en: 'Where the reverse zone is delegated to you, write the PTR into its zone file, raise the SOA serial and run rndc reload.',
      snippet: 'LAST_OCTET IN PTR MAIL_SERVER_NAME.',
    },
    'windows-dns': {
      ja: '逆引きゾーンの管理を任されている場合は、DNS マネージャーの逆引き参照ゾーンに PTR を追加します。',
      en: 'Where the reverse zone is delegated to you, add the PTR under Reverse Lookup Zones in DNS Manager.',
    },
    'azure-dns': {
      ja: 'Azure のパブリック IP アドレスに、逆引きの名前を設定します。',
      en: 'Set the reverse name of the Azure public IP address.',
      snippet:
        'az network public-ip update --resource-group GROUP --name PUBLIC_IP --dns-name LABEL --reverse-fqdn MAIL_SERVER_NAME.',
    },
    route53: {
      ja: 'Elastic IP アドレスに、逆引きの名前を設定します。',
      en: 'Set the reverse name of the Elastic IP address.',
      snippet:
        'aws ec2 modify-address-attribute --allocation-id ALLOCATION_ID --domain-name MAIL_SERVER_NAME',
    },
  });
}

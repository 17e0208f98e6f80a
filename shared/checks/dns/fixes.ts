import type { Text } from '../../model/text.ts';
import type { Check } from '../check.ts';
import { type Advice, fixList } from '../fixes.ts';

type Fixes = Check['fixes'];

/** How a record is changed, for each way of running a zone. */
const editing = {
  bind: {
    ja: 'ゾーンファイルを直し、SOA のシリアルを増やして named-checkzone で確かめ、rndc reload {domain} を実行します。',
    en: 'Edit the zone file, raise the SOA serial, check with named-checkzone and run rndc reload {domain}.',
  },
  nsd: {
    ja: 'ゾーンファイルを直し、SOA のシリアルを増やして nsd-checkzone で確かめ、nsd-control reload {domain} を実行します。',
    en: 'Edit the zone file, raise the SOA serial, check with nsd-checkzone and run nsd-control reload {domain}.',
  },
  knot: {
    ja: 'ゾーンファイルを直し、SOA のシリアルを増やして kzonecheck で確かめ、knotc zone-reload {domain} を実行します。',
    en: 'Edit the zone file, raise the SOA serial, check with kzonecheck and run knotc zone-reload {domain}.',
  },
  'windows-dns': {
    ja: 'DNS マネージャーでゾーン {domain} を開き、そのレコードを直します。',
    en: 'Open the zone {domain} in DNS Manager and edit that record.',
  },
  route53: {
    ja: 'Route 53 のホストゾーン {domain} を開き、そのレコードを直します。',
    en: 'Open the hosted zone {domain} in Route 53 and edit that record.',
  },
  'azure-dns': {
    ja: 'Azure portal で DNS ゾーン {domain} を開き、そのレコードを直します。',
    en: 'Open the DNS zone {domain} in the Azure portal and edit that record.',
  },
} as const satisfies Record<string, Text>;

function joined(first: Text, then: Text): Text {
  return { ja: `${first.ja}${then.ja}`, en: `${first.en} ${then.en}` };
}

/** Something in the zone is to be changed; `records` shows how it should look. */
export function recordFixes(confirm: string, what: Text, records?: string): Fixes {
  const snippet = records === undefined ? {} : { snippet: records };
  const products = Object.fromEntries(
    Object.entries(editing).map(([product, how]) => [product, { ...joined(what, how), ...snippet }]),
  );
  return fixList(confirm, { ...what, ...snippet }, products);
}

/** The same with the zone's SOA. */
export function soaFixes(what: Text): Fixes {
  return recordFixes(
    'dig {domain} SOA +short',
    what,
    '{domain}. IN SOA ns1.{domain}. hostmaster.{domain}. SERIAL 14400 3600 1209600 3600',
  );
}

/** Something at the registry is to be changed; only the registrar can. */
export function delegationFixes(confirm: string, what: Text): Fixes {
  return fixList(confirm, joined(what, atRegistrar), {
    route53: joined(what, {
      ja: 'Route 53 で登録したドメインなら「登録済みドメイン」のネームサーバーの欄で直します。',
      en: 'For a domain registered with Route 53, edit the name servers under “Registered domains”.',
    }),
  });
}

const atRegistrar: Text = {
  ja: '上位のレジストリへの届け出は、ドメインの登録事業者（管理画面または申請書）で直します。',
  en: 'What the registry holds is changed through your registrar (its console or form).',
};

/** Keys, signatures or denial of existence are to be changed; the signing software does it. */
export function signingFixes(confirm: string, what: Text, snippets: Readonly<SigningSnippets> = {}): Fixes {
  const advice = (how: Text, snippet?: string): Advice => ({
    ...joined(what, how),
    ...(snippet === undefined ? {} : { snippet }),
  });
  return fixList(confirm, what, {
    bind: advice(
      {
        ja: 'named.conf の dnssec-policy を直して rndc reconfig を実行し、rndc dnssec -status {domain} で進みを確かめます。',
        en: 'Correct dnssec-policy in named.conf, run rndc reconfig and follow it with rndc dnssec -status {domain}.',
      },
      snippets.bind,
    ),
    nsd: advice(
      {
        ja: 'NSD は署名しないため、ldns-signzone などの設定を直して署名し直し、nsd-control reload {domain} を実行します。',
        en: 'NSD signs nothing itself: correct the settings of ldns-signzone or your signer, sign again and run nsd-control reload {domain}.',
      },
      snippets.nsd,
    ),
    knot: advice(
      {
        ja: 'knot.conf の policy を直して knotc reload を実行し、knotc zone-sign {domain} で署名し直します。',
        en: 'Correct the policy in knot.conf, run knotc reload and sign again with knotc zone-sign {domain}.',
      },
      snippets.knot,
    ),
    'windows-dns': advice(
      {
        ja: 'DNS マネージャーでゾーン {domain} の「DNSSEC」から「ゾーンに署名」をもう一度実行します。',
        en: 'In DNS Manager, run “Sign the Zone” again under “DNSSEC” of the zone {domain}.',
      },
      snippets['windows-dns'],
    ),
    route53: advice({
      ja: 'Route 53 の署名は自動です。鍵署名鍵の状態を確かめ、CloudWatch の DNSSEC の警報が出ていないかを見ます。',
      en: 'Route 53 signs by itself: look at the state of the key-signing key and at the DNSSEC alarms in CloudWatch.',
    }),
    'azure-dns': advice({
      ja: 'Azure DNS の署名は自動です。ゾーンの「DNSSEC」の状態と、示された DS を確かめます。',
      en: 'Azure DNS signs by itself: look at the zone’s “DNSSEC” state and at the DS that it shows.',
    }),
  });
}

interface SigningSnippets {
  readonly bind?: string;
  readonly nsd?: string;
  readonly knot?: string;
  readonly 'windows-dns'?: string;
}

/** The server or what stands before it treats a well-formed question wrongly; software from this decade does not. */
export function ednsFixes(confirm: string): Fixes {
  const updating: Text = {
    ja: 'DNS サーバーを最新の版に更新し、手前のファイアウォールや負荷分散装置で DNS の検査（EDNS を書き換える、512 バイトを超える応答や知らないオプションを捨てる設定）を止めます。',
    en: 'Update the DNS server, and switch off DNS inspection in the firewall or load balancer before it (rewriting EDNS, dropping answers over 512 bytes or unknown options).',
  };
  const packages = (names: string): Advice => ({
    ...updating,
    snippet: `apt-get install --only-upgrade ${names}`,
  });
  return fixList(confirm, updating, {
    bind: packages('bind9'),
    nsd: packages('nsd'),
    knot: packages('knot'),
    'windows-dns': {
      ja: 'Windows Update で DNS サーバーを更新します。EDNS を無効にしていた場合は、管理者の PowerShell で有効に戻します。',
      en: 'Update the DNS server with Windows Update. If EDNS had been switched off, enable it again in an administrator PowerShell.',
      snippet: 'Set-DnsServerEDns -EnableProbes $true -EnableReception $true',
    },
    fortinet: {
      ja: 'DNS フィルターや DNS 用のセッションヘルパーが EDNS の応答を捨てている場合は、DNS サーバーへの通信から外します。',
      en: 'If a DNS filter or the DNS session helper drops EDNS answers, take it off the traffic to the DNS server.',
      snippet: 'config system session-helper\n  show\nend',
    },
    'cisco-ios': {
      ja: 'ASA では DNS の検査で許す長さを、クライアントが告げた長さにします。',
      en: 'On an ASA, let DNS inspection permit the length that the client announces.',
      snippet:
        'policy-map type inspect dns preset_dns_map\n parameters\n  message-length maximum client auto',
    },
  });
}

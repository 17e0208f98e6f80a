import type { Text } from '../../model/text.ts';
import type { Check } from '../check.ts';
import { type Advice, fixList } from '../fixes.ts';
import { curl } from './confirm.ts';

type Front = 'nginx' | 'apache' | 'iis' | 'tomcat' | 'haproxy' | 'f5-bigip' | 'aws-alb' | 'azure-appgw';

interface Closing {
  /** What to do about the thing itself, before the door is closed. */
  readonly first: Text;
  /** Everything that begins with it is refused. */
  readonly path: string;
  /** The path for the confirming request, where it is longer. */
  readonly example?: string;
}

const where: Readonly<Record<Front, Text>> = {
  nginx: {
    ja: '次を server ブロックに書き、nginx -t で確かめてから再読み込みします。',
    en: 'Put this into the server block, check with nginx -t and reload.',
  },
  apache: {
    ja: '次を仮想ホストに書き、apachectl configtest で確かめてから再読み込みします。',
    en: 'Put this into the virtual host, check with apachectl configtest and reload.',
  },
  iis: { ja: 'サイトの web.config に次を書きます。', en: 'Put this into web.config of the site.' },
  tomcat: {
    ja: 'Host に RewriteValve を加え、conf/Catalina/ホスト名/rewrite.config に次を書いて再起動します。',
    en: 'Add the RewriteValve to the Host, put this into conf/Catalina/HOST/rewrite.config and restart.',
  },
  haproxy: {
    ja: '次を frontend に書き、haproxy -c -f で確かめてから再読み込みします。',
    en: 'Put this into the frontend, check with haproxy -c -f and reload.',
  },
  'f5-bigip': {
    ja: '次の iRule を仮想サーバーに割り当てます。',
    en: 'Assign this iRule to the virtual server.',
  },
  'aws-alb': {
    ja: 'リスナーに、優先度の高いルールとして次を加えます（LISTENER_ARN を読み替えます）。',
    en: 'Add this rule to the listener, before the others (put your own in place of LISTENER_ARN).',
  },
  'azure-appgw': {
    ja: '割り当てている WAF ポリシーに、次のカスタム規則を加えます（RG と POLICY を読み替えます）。',
    en: 'Add this custom rule to the WAF policy in use (put your own in place of RG and POLICY).',
  },
};

const whereLimited: Text = {
  ja: '次を server ブロックに書きます。同じパスの location が既にあれば、その中に allow と deny の 2 行だけを加えます。nginx -t で確かめてから再読み込みします。',
  en: 'Put this into the server block; where there is a location for this path, add only the lines with allow and deny to it. Check with nginx -t and reload.',
};

/** How each web server, and each device in front of one, refuses a path. Confirmed by a status of 403 or 404. */
export function closePathFixes({ first, path, example = path }: Closing): Check['fixes'] {
  return fixList(
    curl("-o /dev/null -w '%{http_code}\\n'", example),
    {
      ja: `${first.ja}そのうえで、Web サーバーまたは前段の装置で、このパスへのアクセスを断ります。確認のコマンドが 403 か 404 を表示すれば完了です。`,
      en: `${first.en} Then have the web server, or the device in front of it, refuse this path. It is done when the command prints 403 or 404.`,
    },
    afterThat(first, refusals(path), where),
  );
}

/** How each of them lets only some sources reach a path; 192.0.2.0/24 stands for these. */
export function limitPathFixes({ first, path, example = path }: Closing): Check['fixes'] {
  const own: Text = {
    ja: `${first.ja}192.0.2.0/24 は、管理に使う自分の接続元に読み替えます。`,
    en: `${first.en} Put the network that you administer from in place of 192.0.2.0/24.`,
  };
  return fixList(
    curl("-o /dev/null -w '%{http_code}\\n'", example),
    {
      ja: `${first.ja}管理に使う接続元（庁内、VPN、保守業者）だけを許可し、ほかからのアクセスを断ります。許可していない接続元で、確認のコマンドが 403 か 404 を表示すれば完了です。`,
      en: `${first.en} Allow only the networks it is administered from (your own, the VPN, the contractor) and refuse all others. It is done when the command prints 403 or 404 from elsewhere.`,
    },
    afterThat(own, limits(path), { ...where, nginx: whereLimited }),
  );
}

function afterThat(
  first: Text,
  snippets: Readonly<Record<Front, string>>,
  steps: Readonly<Record<Front, Text>>,
): Partial<Record<Front, Advice>> {
  return Object.fromEntries(
    Object.entries(snippets).map(([product, snippet]) => {
      const { ja, en } = steps[product as Front];
      return [product, { ja: `${first.ja}${ja}`, en: `${first.en} ${en}`, snippet }];
    }),
  );
}

const escaped = (path: string) => path.replaceAll(/[.~+?]/g, '\\$&');

function refusals(path: string): Readonly<Record<Front, string>> {
  return {
    nginx: `location ^~ ${path} { return 404; }`,
    apache: `RedirectMatch 404 "^${escaped(path)}"`,
    iis: [
      '<system.webServer>',
      '  <security>',
      '    <requestFiltering>',
      `      <denyUrlSequences><add sequence="${path}" /></denyUrlSequences>`,
      '    </requestFiltering>',
      '  </security>',
      '</system.webServer>',
    ].join('\n'),
    tomcat: `RewriteRule ^${escaped(path)} - [F]`,
    haproxy: `http-request deny deny_status 404 if { path_beg ${path} }`,
    'f5-bigip': `when HTTP_REQUEST {\n  if { [string tolower [HTTP::path]] starts_with "${path.toLowerCase()}" } { HTTP::respond 404 }\n}`,
    'aws-alb': `aws elbv2 create-rule --listener-arn LISTENER_ARN --priority 1 --conditions Field=path-pattern,Values='${path}*' --actions Type=fixed-response,FixedResponseConfig={StatusCode=404}`,
    'azure-appgw': azureRule(path, ''),
  };
}

function limits(path: string): Readonly<Record<Front, string>> {
  return {
    nginx: `location ^~ ${path} {\n    allow 192.0.2.0/24;\n    deny all;\n}`,
    apache: `<Location "${path}">\n    Require ip 192.0.2.0/24\n</Location>`,
    iis: [
      `<location path="${path.replace(/^\//, '')}">`,
      '  <system.webServer><security>',
      '    <ipSecurity allowUnlisted="false"><add ipAddress="192.0.2.0" subnetMask="255.255.255.0" allowed="true" /></ipSecurity>',
      '  </security></system.webServer>',
      '</location>',
    ].join('\n'),
    tomcat: `RewriteCond %{REMOTE_ADDR} !^192\\.0\\.2\\.\nRewriteRule ^${escaped(path)} - [F]`,
    haproxy: `http-request deny if { path_beg ${path} } !{ src 192.0.2.0/24 }`,
    'f5-bigip': `when HTTP_REQUEST {\n  if { [string tolower [HTTP::path]] starts_with "${path.toLowerCase()}" && ![IP::addr [IP::client_addr] equals 192.0.2.0/24] } { HTTP::respond 403 }\n}`,
    'aws-alb': [
      `aws elbv2 create-rule --listener-arn LISTENER_ARN --priority 1 --conditions Field=path-pattern,Values='${path}*' Field=source-ip,SourceIpConfig={Values=192.0.2.0/24} --actions Type=forward,TargetGroupArn=TARGET_GROUP_ARN`,
      `aws elbv2 create-rule --listener-arn LISTENER_ARN --priority 2 --conditions Field=path-pattern,Values='${path}*' --actions Type=fixed-response,FixedResponseConfig={StatusCode=403}`,
    ].join('\n'),
    'azure-appgw': azureRule(
      path,
      '\naz network application-gateway waf-policy custom-rule match-condition add -g RG --policy-name POLICY -n closePath --match-variables RemoteAddr --operator IPMatch --values 192.0.2.0/24 --negate true',
    ),
  };
}

function azureRule(path: string, condition: string): string {
  const rule = 'az network application-gateway waf-policy custom-rule';
  return [
    `${rule} create -g RG --policy-name POLICY -n closePath --priority 1 --rule-type MatchRule --action Block`,
    `${rule} match-condition add -g RG --policy-name POLICY -n closePath --match-variables RequestUri --operator BeginsWith --values ${path}${condition}`,
  ].join('\n');
}

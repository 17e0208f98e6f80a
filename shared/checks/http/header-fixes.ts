import { type Advice, fixList } from '../fixes.ts';
import { cloudFrontPolicy } from './cloudfront-policy.ts';
import { showHeaders } from './confirm.ts';

interface Wanted {
  readonly name: string;
  readonly value: string;
  /** What to think of before it is switched on. */
  readonly first: Advice;
  /** Attribute of an AWS load balancer listener that sets this header, where there is one. */
  readonly awsAttribute?: string;
  /** Init parameters of Tomcat's HttpHeaderSecurityFilter, where it can set this header. */
  readonly tomcatParameters?: Readonly<Record<string, string>>;
}

/** How each web server is told to send one header. */
export function headerFixes({ name, value, first, awsAttribute, tomcatParameters }: Wanted) {
  return fixList(`${showHeaders} | grep -i '^${name}:'`, withHeader(first, name, value), {
    nginx: {
      ja: `${first.ja}次の行を server ブロックに書き、nginx -t で確かめてから再読み込みします。location の中に add_header がある場合は、そこにも書きます。`,
      en: `${first.en} Put this line into the server block, check with nginx -t and reload. Repeat it in every location that has an add_header of its own.`,
      snippet: `add_header ${name} "${value}" always;`,
    },
    apache: {
      ja: `${first.ja}mod_headers を有効にし、次の行を仮想ホストに書いて再読み込みします。`,
      en: `${first.en} Enable mod_headers, put this line into the virtual host and reload.`,
      snippet: `Header always set ${name} "${value}"`,
    },
    iis: {
      ja: `${first.ja}サイトの web.config に次を書きます。`,
      en: `${first.en} Put this into web.config of the site.`,
      snippet: [
        '<system.webServer>',
        '  <httpProtocol>',
        '    <customHeaders>',
        `      <add name="${name}" value="${value}" />`,
        '    </customHeaders>',
        '  </httpProtocol>',
        '</system.webServer>',
      ].join('\n'),
    },
    ...(tomcatParameters === undefined ? {} : { tomcat: tomcatAdvice(first, tomcatParameters) }),
    haproxy: {
      ja: `${first.ja}次の行を frontend に書き、再読み込みします。`,
      en: `${first.en} Put this line into the frontend and reload.`,
      snippet: `http-response set-header ${name} "${value}"`,
    },
    'f5-bigip': {
      ja: `${first.ja}次の iRule を作り、仮想サーバーに割り当てます。`,
      en: `${first.en} Create this iRule and assign it to the virtual server.`,
      snippet: `when HTTP_RESPONSE {\n  HTTP::header replace "${name}" "${value}"\n}`,
    },
    ...(awsAttribute === undefined ? {} : { 'aws-alb': awsAdvice(first, awsAttribute, value) }),
    'aws-cloudfront': {
      ja: `${first.ja}応答ヘッダーポリシーを作り、ディストリビューションのビヘイビアに割り当てます。`,
      en: `${first.en} Create a response headers policy and assign it to the behaviours of the distribution.`,
      snippet: cloudFrontPolicy(name, value),
    },
    'azure-appgw': {
      ja: `${first.ja}書き換え規則（rewrite rule）で応答ヘッダーを加え、規則セットをルーティング規則に割り当てます。`,
      en: `${first.en} Add the response header with a rewrite rule, and assign its set to the routing rule.`,
      snippet: [
        'az network application-gateway rewrite-rule set create -g RESOURCE_GROUP --gateway-name GATEWAY -n security-headers',
        `az network application-gateway rewrite-rule create -g RESOURCE_GROUP --gateway-name GATEWAY --rule-set-name security-headers -n ${name} --sequence 100 --response-headers "${name}=${value}"`,
      ].join('\n'),
    },
  });
}

function withHeader({ ja, en }: Advice, name: string, value: string): Advice {
  return {
    ja: `${ja}Web サーバーまたは前段の装置で、すべての応答にこのヘッダーを付けます。`,
    en: `${en} Have the web server, or the device in front of it, add this header to every response.`,
    snippet: `${name}: ${value}`,
  };
}

function tomcatAdvice({ ja, en }: Advice, parameters: Readonly<Record<string, string>>): Advice {
  const init = Object.entries(parameters).map(
    ([name, value]) =>
      `  <init-param><param-name>${name}</param-name><param-value>${value}</param-value></init-param>`,
  );
  return {
    ja: `${ja}conf/web.xml に次のフィルターを書き、再起動します。`,
    en: `${en} Put this filter into conf/web.xml and restart.`,
    snippet: [
      '<filter>',
      '  <filter-name>httpHeaderSecurity</filter-name>',
      '  <filter-class>org.apache.catalina.filters.HttpHeaderSecurityFilter</filter-class>',
      ...init,
      '</filter>',
      '<filter-mapping>',
      '  <filter-name>httpHeaderSecurity</filter-name>',
      '  <url-pattern>/*</url-pattern>',
      '</filter-mapping>',
    ].join('\n'),
  };
}

function awsAdvice({ ja, en }: Advice, attribute: string, value: string): Advice {
  const attributes = JSON.stringify([{ Key: attribute, Value: value }]);
  return {
    ja: `${ja}リスナーの属性で応答ヘッダーを加えます。`,
    en: `${en} Add the response header with an attribute of the listener.`,
    snippet: `aws elbv2 modify-listener-attributes --listener-arn LISTENER_ARN --attributes '${attributes.replaceAll("'", "'\\''")}'`,
  };
}

import { fixList } from '../fixes.ts';

/** HTTPS with a certificate, and a redirect to it from every http:// address. */
export const httpsFixes = fixList(
  "curl -sS -o /dev/null -w '%{http_code} %{redirect_url}\\n' http://{name}:{port}/",
  {
    ja: 'サーバー証明書を用意して HTTPS を有効にし、http:// への接続をすべて同じ名前の https:// へ転送（301）します。確認のコマンドが 301 と https:// のアドレスを表示すれば完了です。',
    en: 'Install a certificate, enable HTTPS, and redirect (301) every http:// address to https:// under the same name. It is done when the command prints 301 and an https:// address.',
  },
  {
    nginx: {
      ja: '80 番ポートの server ブロックを次のようにし、nginx -t で確かめてから再読み込みします。',
      en: 'Make the server block of port 80 look like this, check with nginx -t and reload.',
      snippet:
        'server {\n    listen 80;\n    server_name {name};\n    return 301 https://$host$request_uri;\n}',
    },
    apache: {
      ja: '80 番ポートの仮想ホストを次のようにし、再読み込みします。',
      en: 'Make the virtual host of port 80 look like this and reload.',
      snippet:
        '<VirtualHost *:80>\n    ServerName {name}\n    Redirect permanent / https://{name}/\n</VirtualHost>',
    },
    iis: {
      ja: 'URL 書き換えモジュールを導入し、サイトの web.config に次を書きます。',
      en: 'Install the URL Rewrite module and put this into web.config of the site.',
      snippet: [
        '<rewrite><rules><rule name="https" stopProcessing="true">',
        '  <match url="(.*)" />',
        '  <conditions><add input="{HTTPS}" pattern="off" /></conditions>',
        '  <action type="Redirect" url="https://{HTTP_HOST}/{R:1}" redirectType="Permanent" />',
        '</rule></rules></rewrite>',
      ].join('\n'),
    },
    tomcat: {
      ja: 'conf/web.xml に次を書き、HTTP の Connector に redirectPort を指定して再起動します。',
      en: 'Put this into conf/web.xml, set redirectPort on the HTTP Connector, and restart.',
      snippet:
        '<security-constraint>\n  <web-resource-collection><web-resource-name>all</web-resource-name><url-pattern>/*</url-pattern></web-resource-collection>\n  <user-data-constraint><transport-guarantee>CONFIDENTIAL</transport-guarantee></user-data-constraint>\n</security-constraint>',
    },
    haproxy: {
      ja: '80 番ポートの frontend に次の行を書き、再読み込みします。',
      en: 'Put this line into the frontend of port 80 and reload.',
      snippet: 'http-request redirect scheme https code 301 unless { ssl_fc }',
    },
    'f5-bigip': {
      ja: '80 番ポートの仮想サーバーに、転送の iRule を割り当てます。',
      en: 'Assign the redirecting iRule to the virtual server of port 80.',
      snippet: 'tmsh modify ltm virtual VIRTUAL_SERVER_80 rules { _sys_https_redirect }',
    },
    'aws-alb': {
      ja: '80 番ポートのリスナーの動作を、HTTPS への転送に変えます。',
      en: 'Change the action of the listener of port 80 to a redirect to HTTPS.',
      snippet:
        "aws elbv2 modify-listener --listener-arn LISTENER_ARN --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'",
    },
    'aws-cloudfront': {
      ja: 'ビヘイビアのビューワープロトコルポリシーを「Redirect HTTP to HTTPS」にします。',
      en: 'Set Viewer protocol policy of the behaviours to “Redirect HTTP to HTTPS”.',
      snippet: '"ViewerProtocolPolicy": "redirect-to-https"',
    },
    'azure-appgw': {
      ja: 'HTTP のリスナーから HTTPS のリスナーへの転送を作り、規則に割り当てます。',
      en: 'Create a redirect from the HTTP listener to the HTTPS listener and assign it to the rule.',
      snippet:
        'az network application-gateway redirect-config create -g RESOURCE_GROUP --gateway-name GATEWAY -n http-to-https --type Permanent --target-listener HTTPS_LISTENER --include-path true --include-query-string true',
    },
  },
);

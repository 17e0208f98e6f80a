import { defineCheck } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { safe } from '../../verdicts.ts';
import { curl } from '../confirm.ts';
import { headers, judgeAsked, proofIn } from '../pages.ts';

/** Methods of RFC 9110 and RFC 4918 that change what is there. */
const changing = /\b(?:PUT|DELETE|MKCOL|COPY|MOVE|PROPPATCH|PROPFIND|LOCK)\b/i;

export const methodPutDeleteDav = defineCheck({
  version: 1,
  needs: ['http-response'],
  severity: 'low',
  text: {
    safe: {
      ja: 'ファイルを書き換えるメソッドは案内されていません',
      en: 'No method that changes files is advertised',
    },
    vulnerable: {
      ja: 'ファイルを書き換えるメソッド（PUT、DELETE、WebDAV）が案内されています',
      en: 'Methods that change files are advertised (PUT, DELETE, WebDAV)',
    },
    why: {
      ja: 'サーバーが、ファイルの書き込みや削除の命令を受け付けると案内しています。実際に受け付けるかどうかは試していません。認証なしで受け付けると、ページが改ざんされます。',
      en: 'The server says that it takes commands to write or delete files. Whether it does was not tried. If it did without a login, pages could be defaced.',
    },
  },
  action: 'web-exposure',
  fixes: fixList(
    `${curl('-X OPTIONS -o /dev/null -D -')} | grep -iE '^(Allow|Public|DAV):'`,
    {
      ja: '使っていない場合は WebDAV と、GET、HEAD、POST 以外のメソッドを止めます。使っている場合は、認証と接続元の制限があることを確かめます。',
      en: 'Where they are not in use, turn off WebDAV and all methods but GET, HEAD and POST. Where they are, make sure that a login is needed and that only known addresses may connect.',
    },
    {
      nginx: {
        ja: '次の行を location に書き、dav_methods を消して再読み込みします。',
        en: 'Put this into the location, remove dav_methods, and reload.',
        snippet: 'limit_except GET POST { deny all; }',
      },
      apache: {
        ja: 'mod_dav を無効にし、次を仮想ホストに書いて再読み込みします。',
        en: 'Disable mod_dav, put this into the virtual host and reload.',
        snippet:
          '<Location "/">\n    <LimitExcept GET POST>\n        Require all denied\n    </LimitExcept>\n</Location>',
      },
      iis: {
        ja: 'WebDAV 発行の機能を削除するか、サイトの web.config に次を書きます。',
        en: 'Remove the WebDAV Publishing feature, or put this into web.config of the site.',
        snippet:
          '<system.webServer>\n  <modules><remove name="WebDAVModule" /></modules>\n  <handlers><remove name="WebDAV" /></handlers>\n</system.webServer>',
      },
      tomcat: {
        ja: 'conf/web.xml の DefaultServlet で readonly が true であることを確かめ、再起動します。',
        en: 'Make sure that readonly of the DefaultServlet in conf/web.xml is true, and restart.',
        snippet: '<init-param><param-name>readonly</param-name><param-value>true</param-value></init-param>',
      },
      haproxy: {
        ja: '次の行を frontend に書き、再読み込みします。',
        en: 'Put this line into the frontend and reload.',
        snippet: 'http-request deny deny_status 405 unless { method GET HEAD POST }',
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc4918', 'https://cwe.mitre.org/data/definitions/650.html'],
  detect: ({ 'http-response': web }) =>
    judgeAsked(web, 'options', (answer) => {
      for (const name of ['allow', 'public', 'dav']) {
        for (const { at, value } of headers(answer.response, name)) {
          const told = name === 'dav' ? value.trim() : changing.exec(value)?.[0];
          if (told === undefined || told === '') continue;
          const proof = [proofIn(web, answer, ['headers', at, 1])] as const;
          return { verdict: 'vulnerable', confidence: 'inferred', proof };
        }
      }
      return safe;
    }),
});

import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { judgeFiles, pageAndFiles } from './beside-page.ts';
import { curl } from './confirm.ts';
import { judgeExposure } from './exposure.ts';
import { bodySigns, type FileResponse, isServed, type Signs } from './files.ts';
import { isHtml } from './pages.ts';
import { ipaWebsite } from './references.ts';

export const dirListing = defineCheck({
  version: 2,
  needs: pageAndFiles,
  severity: 'low',
  text: {
    safe: { ja: 'フォルダーの中身の一覧は表示されません', en: 'Folders do not list their contents' },
    vulnerable: { ja: 'フォルダーの中身の一覧が表示されます', en: 'A folder lists its contents' },
    why: {
      ja: 'フォルダーにあるファイルの名前が、誰にでも見える状態です。公開前の資料や消し忘れたファイルが見つけられ、意図しない情報の公開につながります。',
      en: 'Anyone can see the names of the files in a folder. Documents not yet released, or forgotten ones, can be found and opened.',
    },
  },
  action: 'web-exposure',
  fixes: fixList(
    `${curl('', '{path}')} | grep -ci 'index of'`,
    {
      ja: 'Web サーバーの「ディレクトリ一覧」「ディレクトリの参照」を無効にします。一覧に見えていたファイルに、公開すべきでないものがないか確かめます。',
      en: 'Turn off "directory listing" or "directory browsing", and check the files that were listed for any that should not be public.',
    },
    {
      nginx: {
        ja: '次の行を書き（autoindex on があれば消し）、再読み込みします。',
        en: 'Write this line, removing any autoindex on, and reload.',
        snippet: 'autoindex off;',
      },
      apache: {
        ja: '仮想ホストの Directory または .htaccess に次の行を書き、再読み込みします。',
        en: 'Put this line into the Directory section of the virtual host or into .htaccess, and reload.',
        snippet: 'Options -Indexes',
      },
      iis: {
        ja: 'サイトの web.config に次を書きます。',
        en: 'Put this into web.config of the site.',
        snippet: '<system.webServer>\n  <directoryBrowse enabled="false" />\n</system.webServer>',
      },
      tomcat: {
        ja: 'conf/web.xml の default サーブレットで listings を false にし、再起動します。',
        en: 'Set listings to false for the default servlet in conf/web.xml and restart.',
        snippet: '<init-param><param-name>listings</param-name><param-value>false</param-value></init-param>',
      },
    },
  ),
  references: ['https://cwe.mitre.org/data/definitions/548.html', ipaWebsite],
  detect: (evidence) =>
    judgeFiles(evidence, (files) => judgeExposure(files, ['root', 'redirected', 'directory'], listing)),
});

/** Title, a way up or to another order, and at least two links, as Apache, nginx, lighttpd, IIS and Tomcat write them. */
function listing(response: FileResponse): Signs | undefined {
  if (!isServed(response) || !isHtml(response)) return undefined;
  const links = response.body.match(/<a\s[^>]{0,200}href=/gi)?.length ?? 0;
  if (links < 2) return undefined;
  return (
    bodySigns(
      response,
      /<title>Index of \/[^<]{0,200}<\/title>/i,
      /Parent Directory|href="\.\.\/"|href="\?C=N;O=[AD]"|<h1>Index of \//i,
    ) ??
    bodySigns(response, /\[To Parent Directory\]/i, /<pre>/i) ??
    bodySigns(response, /<title>Directory Listing For [^<]{1,200}<\/title>/i, /Last Modified/i)
  );
}

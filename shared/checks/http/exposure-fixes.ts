import { fixList } from '../fixes.ts';
import { curl } from './confirm.ts';

interface Closing {
  /** What to do about the thing itself, before the door is closed. */
  readonly first: { readonly ja: string; readonly en: string };
  /** The path for the confirming request. */
  readonly path: string;
  readonly nginx: string;
  readonly apache: string;
  readonly iis?: string;
}

/** How each web server refuses a path. Confirmed by a status of 403 or 404. */
export function closePathFixes({ first, path, nginx, apache, iis }: Closing) {
  return fixList(
    curl("-o /dev/null -w '%{http_code}\\n'", path),
    {
      ja: `${first.ja}そのうえで、Web サーバーまたは前段の装置で、このパスへのアクセスを断ります。確認のコマンドが 403 か 404 を表示すれば完了です。`,
      en: `${first.en} Then have the web server, or the device in front of it, refuse this path. It is done when the command prints 403 or 404.`,
    },
    {
      nginx: {
        ja: `${first.ja}次を server ブロックに書き、nginx -t で確かめてから再読み込みします。`,
        en: `${first.en} Put this into the server block, check with nginx -t and reload.`,
        snippet: nginx,
      },
      apache: {
        ja: `${first.ja}次を仮想ホストに書き、再読み込みします。`,
        en: `${first.en} Put this into the virtual host and reload.`,
        snippet: apache,
      },
      ...(iis === undefined
        ? {}
        : {
            iis: {
              ja: `${first.ja}サイトの web.config に次を書きます。`,
              en: `${first.en} Put this into web.config of the site.`,
              snippet: iis,
            },
          }),
    },
  );
}

export function hiddenSegment(segment: string): string {
  return [
    '<system.webServer>',
    '  <security>',
    '    <requestFiltering>',
    `      <hiddenSegments><add segment="${segment}" /></hiddenSegments>`,
    '    </requestFiltering>',
    '  </security>',
    '</system.webServer>',
  ].join('\n');
}

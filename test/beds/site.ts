/** The site of a small city, twice: as it has been standing around, and as its administrator would want it. */
const securityTxtDays = 180;

export const weakHeaders: Readonly<Record<string, string>> = {
  'Set-Cookie': 'PHPSESSID=8h1rk0v3c6b2q7m5d9t4n0s1ae; path=/',
  'X-Powered-By': 'PHP/5.6.40',
};

export const hardenedHeaders: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Content-Security-Policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Set-Cookie': '__Host-session=5f0c9a7de1b34c28; Path=/; Secure; HttpOnly; SameSite=Lax',
};

export const weakPages: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html>
<html lang="ja">
<head><title>さくら市公式サイト</title><script src="/js/jquery-1.12.4.min.js"></script></head>
<body>
<h1>さくら市</h1>
<p><a href="/files/">申請書ダウンロード</a></p>
<form method="post" action="http://www.weak.test/login"><label>職員番号 <input name="user"></label>
<label>パスワード <input type="password" name="password"></label> <button>ログイン</button></form>
</body>
</html>
`,
  'js/jquery-1.12.4.min.js': '/*! jQuery v1.12.4 | (c) jQuery Foundation | jquery.org/license */\n',
  'files/application-form.html': '<!doctype html><title>申請書</title><p>申請書</p>\n',
  'files/minutes-2014.html': '<!doctype html><title>会議録</title><p>会議録</p>\n',
  'files/backup/site-20160401.txt': 'backup\n',
  'robots.txt': 'User-agent: *\nDisallow: /files/backup/\nDisallow: /admin/\n',
  '.git/HEAD': 'ref: refs/heads/master\n',
  '.git/config':
    '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n',
  '.env':
    'APP_ENV=production\nAPP_DEBUG=true\nDB_HOST=10.1.2.4\nDB_USERNAME=web\nDB_PASSWORD=not-a-real-secret\n',
};

export function hardenedPages(now: Date): Readonly<Record<string, string>> {
  return {
    'index.html': `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>さくら市公式サイト</title><link rel="stylesheet" href="/site.css"></head>
<body><h1>さくら市</h1><p><a href="/forms/">申請書ダウンロード</a></p></body>
</html>
`,
    'forms/index.html':
      '<!doctype html><html lang="ja"><meta charset="utf-8"><title>申請書</title><p>申請書</p></html>\n',
    'not-found.html':
      '<!doctype html><html lang="ja"><meta charset="utf-8"><title>見つかりません</title><p>お探しのページはありません。</p></html>\n',
    'site.css': 'body { max-width: 40rem; margin: auto; }\n',
    'robots.txt': 'User-agent: *\nDisallow:\n',
    // RFC 8461 §3.2: lines end in CRLF.
    '.well-known/mta-sts.txt':
      'version: STSv1\r\nmode: enforce\r\nmx: mail.hardened.test\r\nmax_age: 604800\r\n',
    '.well-known/security.txt': securityTxt(now),
  };
}

/** RFC 9116. */
function securityTxt(now: Date): string {
  const expires = new Date(now.getTime() + securityTxtDays * 86_400_000).toISOString();
  return [
    'Contact: mailto:security@hardened.test',
    `Expires: ${expires}`,
    'Preferred-Languages: ja, en',
    'Canonical: https://www.hardened.test/.well-known/security.txt',
    '',
  ].join('\n');
}

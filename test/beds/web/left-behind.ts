/** What is found on servers that were set up in a hurry: every file here is public on a weak twin. */
const sqliteHeader = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(1008)]);
const desktopStore = Buffer.concat([Buffer.from('0000000142756431', 'hex'), Buffer.alloc(1016)]);
/** A ZIP that begins with an entry `index.php` (PKWARE APPNOTE §4.3.7). */
const archive = Buffer.concat([
  Buffer.from('504b03041400000000000000000000000000000000000000000009000000', 'hex'),
  Buffer.from('index.php'),
  Buffer.alloc(4096),
]);

export const leftBehind: Readonly<Record<string, string | Uint8Array>> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config':
    '[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = https://deploy:not-a-token@git.weak.test/city.git\n',
  '.svn/wc.db': sqliteHeader,
  '.hg/requires': 'dotencode\nfncache\ngeneraldelta\nrevlogv1\nsparserevlog\nstore\n',
  '.DS_Store': desktopStore,
  '.env': 'APP_ENV=production\nAPP_KEY=base64:bm90LWEta2V5\nDB_PASSWORD=not-a-real-secret\n',
  '.htpasswd': 'admin:$apr1$k9Xz1b2c$3Jq0Yx7w1vVJm1n2o3p4q.\n',
  'backup.zip': archive,
  'backup.sql':
    "-- MySQL dump 10.13  Distrib 5.7.44, for Linux (x86_64)\n--\n-- Host: localhost    Database: city\n-- ------------------------------------------------------\nINSERT INTO `member` VALUES (1,'not a real person');\n",
  'web.config':
    '<?xml version="1.0"?>\n<configuration>\n  <connectionStrings>\n    <add name="Db" connectionString="Server=10.1.2.4;Password=not-a-real-secret" />\n  </connectionStrings>\n</configuration>\n',
  'wp-config.php~': "<?php\ndefine('DB_NAME', 'city');\ndefine('DB_PASSWORD', 'not-a-real-secret');\n",
  'docs/minutes-2014.html': '<!doctype html><title>会議録</title><p>会議録</p>\n',
  'docs/draft-budget.html': '<!doctype html><title>予算（案）</title><p>予算</p>\n',
  metrics:
    '# HELP process_open_fds Number of open file descriptors.\n# TYPE process_open_fds gauge\nprocess_open_fds 12\n',
};

/**
 * Replays, shortened: of what PHP 8.2.36 prints, and of what Debian's packages of phpMyAdmin 5.2.1, Tomcat 10.1 and
 * WordPress 6.1 hold. The others are written by hand after what their makers document.
 */
export const replays = {
  phpinfo: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>PHP 8.2.36 - phpinfo()</title></head>
<body><div class="center"><table><tr class="h"><td><h1 class="p">PHP Version 8.2.36</h1></td></tr></table>
<table><tr><td class="e">System </td><td class="v">Linux web 6.1.0 </td></tr>
<tr><td class="e">DB_PASSWORD </td><td class="v">not-a-real-secret </td></tr></table></div></body></html>
`,
  actuator:
    '{"_links":{"self":{"href":"http://localhost/actuator","templated":false},"env":{"href":"http://localhost/actuator/env","templated":false},"heapdump":{"href":"http://localhost/actuator/heapdump","templated":false}}}',
  phpMyAdmin:
    '<!doctype html><html lang="ja"><head><title>phpMyAdmin</title><link rel="stylesheet" type="text/css" href="js/vendor/codemirror/lib/codemirror.css?v=5.2.1"></head><body><form method="post" action="index.php?route=/" id="login_form"><input type="text" name="pma_username"></form></body></html>\n',
  tomcatManager:
    '<!DOCTYPE html><html><head><title>401 Unauthorized</title></head><body><h1>401 Unauthorized</h1><p>You are not authorized to view this page. If you have not changed any configuration files, please examine the file <tt>conf/tomcat-users.xml</tt> in your installation. For example, to add the <tt>manager-gui</tt> role …</p></body></html>\n',
  movableType:
    '<!DOCTYPE html><html><head><title>サインイン | Movable Type Pro</title><script src="/mt-static/js/common/Core.js?v=7.9.1"></script></head><body class="mt-signin"></body></html>\n',
  wordPressLogin:
    '<!DOCTYPE html><html lang="ja"><head><title>ログイン &lsaquo; さくら市 &#8212; WordPress</title><link rel="stylesheet" href="http://apache.weak.test/wp-includes/css/dashicons.min.css?ver=5.4.2"></head><body class="login"><form name="loginform" id="loginform" action="http://apache.weak.test/wp-login.php" method="post"><input type="text" name="log" id="user_login"></form></body></html>\n',
  wordPressFeed:
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>さくら市</title><generator>https://wordpress.org/?v=5.4.2</generator></channel></rss>\n',
  djangoNotFound:
    '<!DOCTYPE html><html lang="en"><head><title>Page not found at /</title></head><body><p>Using the URLconf defined in <code>city.urls</code>, Django tried these URL patterns …</p><p>You’re seeing this error because you have <code>DEBUG = True</code> in your Django settings file.</p></body></html>\n',
  jenkinsLogin:
    '<!doctype html><html lang="ja"><head><title>サインイン - Jenkins</title><link rel="stylesheet" href="/static/1a2b3c4d/jsbundles/styles.css"></head><body><form method="post" action="j_spring_security_check"><input name="j_username"></form></body></html>\n',
  grafanaLogin:
    '<!DOCTYPE html><html lang="en-US"><head><title>Grafana</title><link rel="stylesheet" href="public/build/grafana.dark.2b8a.css"></head><body><script>window.grafanaBootData = { user: {} };</script></body></html>\n',
} as const;

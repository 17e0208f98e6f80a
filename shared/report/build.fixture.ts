import type { Severity } from '../model/severity.ts';
import type { Report, ReportFinding } from './schema.ts';

export const webHost = '192.0.2.10';
export const mailHost = '2001:db8::25';

/** As long as a target may send without a space. */
export const longToken = 'x'.repeat(300);

/** A finding as `buildReport` makes them: TLS 1.0 on the web server. Only what a test changes has to be said. */
export function aFinding(overrides: Partial<ReportFinding> = {}): ReportFinding {
  return {
    check: 'tls.protocol.tls10',
    group: 'tls',
    severity: 'medium',
    confidence: 'verified',
    host: webHost,
    name: 'www.town.yoshino.example.jp',
    port: 443,
    transport: 'tcp',
    place: `${webHost}:443/tcp www.town.yoshino.example.jp`,
    title: { ja: 'TLS 1.0 が提供されています', en: 'TLS 1.0 is offered' },
    detail: null,
    why: {
      ja: 'TLS 1.0 は 2021 年に廃止された暗号化の方式です。通信を盗み見られたり、書き換えられたりするおそれがあります。',
      en: 'TLS 1.0 was retired in 2021. Traffic could be read or altered.',
    },
    fixes: [
      {
        product: 'nginx',
        steps: {
          ja: '設定ファイルの ssl_protocols を次の行に置き換え、nginx -t で確かめてから再読み込みします。',
          en: 'Replace ssl_protocols in the configuration with the line below, check it with nginx -t, and reload.',
        },
        snippet: 'ssl_protocols TLSv1.2 TLSv1.3;\nssl_prefer_server_ciphers off;',
        confirm: 'openssl s_client -connect 192.0.2.10:443 -tls1 </dev/null',
      },
    ],
    proof: [
      {
        evidence: 'evd_tlshello000000000000',
        pointer: '/versions/TLSv1.0/value/serverHello',
        excerpt: '160301003e0200003a0301',
      },
    ],
    references: ['https://www.rfc-editor.org/rfc/rfc8996'],
    cves: [],
    kev: false,
    epss: null,
    dueDays: 60,
    ...overrides,
  };
}

function mailFinding(overrides: Partial<ReportFinding>): ReportFinding {
  return aFinding({
    host: mailHost,
    name: 'mx.town.yoshino.example.jp',
    port: 25,
    place: `[${mailHost}]:25/tcp mx.town.yoshino.example.jp`,
    group: 'mail',
    ...overrides,
  });
}

const both = (text: string) => ({ ja: text, en: text });
const days: Readonly<Record<Severity, number | null>> = {
  critical: 3,
  high: 14,
  medium: 60,
  low: null,
  info: null,
};

/** 𠮷野町: two hosts, findings of every severity and both confidences, some of it hostile. */
export function aReport(overrides: Partial<Report> = {}): Report {
  const findings: ReportFinding[] = [
    aFinding({
      check: 'db.redis.open',
      group: 'gear',
      severity: 'critical',
      port: 6379,
      name: null,
      place: `${webHost}:6379/tcp`,
      title: {
        ja: 'Redis が認証なしで応答しています',
        en: 'Redis answers without authentication',
      },
      kev: true,
      cves: ['CVE-2022-0543'],
      proof: [
        { evidence: 'evd_banner00000000000000', pointer: '/lines/0', excerpt: '+PONG\r\n\u001b[31m\u202e' },
      ],
    }),
    mailFinding({
      check: 'mail.open-relay',
      severity: 'high',
      title: { ja: '第三者中継を受け付けています', en: 'The server relays for anybody' },
      detail: both(`${'<script>alert(1)</script>'} =cmd|' /C calc'!A0 ${longToken}`),
    }),
    aFinding({
      check: 'http.exposed.git',
      group: 'http',
      severity: 'high',
      confidence: 'inferred',
      place: `${webHost}:443/tcp www.town.yoshino.example.jp /.git/`,
      title: { ja: '管理用のフォルダーが公開されています', en: 'A management folder is public' },
      fixes: [{ ...plainFix, snippet: `location ~ /\\.git { deny all; } # ${longToken}` }],
    }),
    aFinding(),
    aFinding({
      check: 'tls.protocol.tls11',
      title: { ja: 'TLS 1.1 が提供されています', en: 'TLS 1.1 is offered' },
    }),
    aFinding({
      check: 'cert.expires-soon',
      group: 'cert',
      title: { ja: '証明書の期限が近づいています', en: 'The certificate expires soon' },
      detail: both('葛\u{e0100}城市 CN=𠮷野町 "); DROP TABLE finding; --'),
    }),
    mailFinding({
      check: 'mail.starttls.missing',
      confidence: 'inferred',
      title: { ja: '暗号化に対応していません', en: 'No encryption is offered' },
    }),
    aFinding({
      check: 'http.header.hsts-missing',
      group: 'http',
      severity: 'low',
      title: { ja: 'HSTS が設定されていません', en: 'HSTS is missing' },
      fixes: [plainFix],
    }),
    aFinding({
      check: 'http.header.server-version',
      group: 'http',
      severity: 'low',
      title: { ja: '版数が表示されています', en: 'The version is shown' },
      detail: both('=HYPERLINK("https://attacker.example/","click") @SUM(1) +1 -1'),
      fixes: [plainFix],
    }),
    mailFinding({
      check: 'mail.banner-version',
      severity: 'low',
      confidence: 'inferred',
      title: { ja: 'メールサーバーの版数が表示されています', en: 'The mail server shows its version' },
      fixes: [plainFix],
    }),
    aFinding({
      check: 'http.security-txt.missing',
      group: 'http',
      severity: 'info',
      title: { ja: 'security.txt がありません', en: 'security.txt is missing' },
      fixes: [plainFix],
    }),
    mailFinding({
      check: 'mail.tls-rpt.missing',
      severity: 'info',
      confidence: 'inferred',
      title: { ja: 'TLS-RPT が設定されていません', en: 'TLS-RPT is missing' },
      fixes: [plainFix],
    }),
  ].map((finding) => ({ ...finding, dueDays: days[finding.severity] }));
  return {
    schema: 'enkaku-report/1',
    startedAt: '2026-11-21T00:30:00.000Z',
    finishedAt: '2026-11-21T00:52:10.000Z',
    evaluatedAt: '2026-11-21T00:52:31.000Z',
    catalogue: '0123456789abcdef',
    grade: 'E',
    provisional: true,
    authorizedBy: '𠮷野町 情報政策課長',
    hosts: [
      {
        address: webHost,
        name: 'www.town.yoshino.example.jp',
        reachable: true,
        grade: 'E',
        services: [
          { port: 80, transport: 'tcp', service: 'http', product: 'nginx', version: '1.26.0', cpe: [] },
          { port: 443, transport: 'tcp', service: 'https', product: 'nginx', version: '1.26.0', cpe: [] },
          { port: 6379, transport: 'tcp', service: 'redis', product: null, version: null, cpe: [] },
        ],
      },
      {
        address: mailHost,
        name: 'mx.town.yoshino.example.jp',
        reachable: true,
        grade: 'D',
        services: [
          { port: 25, transport: 'tcp', service: 'smtp', product: 'Postfix smtpd', version: null, cpe: [] },
        ],
      },
    ],
    findings,
    actions: [
      action('close-service', 'critical', 'redis', [0]),
      action('mail-server', 'high', 'postfix', [1, 6]),
      action('web-exposure', 'high', 'nginx', [2]),
      action('tls-settings', 'medium', 'nginx', [3, 4]),
      action('certificate', 'medium', 'any', [5]),
      action('headers', 'low', 'nginx', [7, 8]),
      action('hide-versions', 'low', 'postfix', [9]),
      action('security-contact', 'info', 'any', [10]),
      action('mail-domain', 'info', 'any', [11]),
    ],
    passed: [
      answer('tls.protocol.sslv3', 443),
      answer('tls.cipher.rc4', 443),
      answer('tls.protocol.sslv3', 25, mailHost),
    ],
    notApplicable: [answer('http.cookie.secure', 443)],
    undetermined: [
      { ...answer('tls.renego.insecure', 443), reason: 'timeout' },
      { ...answer('tls.kex.dh-small', 443), reason: 'timeout' },
      { ...answer('dns.recursion.open', 53), reason: 'no-evidence:dns-answers' },
      { ...answer('dns.transfer.open', 53), reason: `something new <b>${longToken}` },
    ],
    load: {
      packets: 12_345,
      requests: 42,
      maxPerSecond: 48,
      targetLatency: { before: 11.6, during: 13.2, after: null },
    },
    ...overrides,
  };
}

/** Nothing found, nothing left open. */
export function aCleanReport(): Report {
  const { hosts, ...rest } = aReport();
  return {
    ...rest,
    grade: 'A',
    provisional: false,
    hosts: hosts.map((host) => ({ ...host, grade: 'A' as const })),
    findings: [],
    actions: [],
    undetermined: [],
  };
}

const plainFix: ReportFinding['fixes'][number] = {
  product: 'any',
  steps: {
    ja: '保守を担当する事業者に、この検出事項と設定例を渡して、変更を依頼してください。',
    en: 'Hand this finding and the configuration to your contractor and ask for the change.',
  },
  snippet: null,
  confirm: 'curl -sI https://www.town.yoshino.example.jp/',
};

function action(
  title: string,
  severity: Severity,
  product: string,
  closes: number[],
): Report['actions'][number] {
  return {
    title: { ja: `対応の見出し（${title}）`, en: `Title of the action (${title})` },
    product,
    host: product === 'postfix' ? mailHost : webHost,
    severity,
    closes,
  };
}

function answer(check: string, port: number, host = webHost): Report['passed'][number] {
  return { check, host, name: 'www.town.yoshino.example.jp', port, transport: 'tcp' };
}

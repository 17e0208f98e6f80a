import { type EvidenceKind, evidenceKinds } from '../evidence/kinds.ts';
import type { Locale, Text } from '../model/text.ts';
import { shorten, visible } from './visible.ts';

const reasons: Readonly<Record<string, Text>> = {
  timeout: { ja: '時間内に応答がありませんでした', en: 'there was no answer in time' },
  reset: { ja: '接続が途中で切られました', en: 'the connection was reset' },
  closed: { ja: '接続が途中で閉じられました', en: 'the connection was closed early' },
  garbled: { ja: '応答を読み取れませんでした', en: 'the answer could not be read' },
  blocked: {
    ja: '途中の機器（WAF、侵入防止装置、ログインの要求、回数の制限など）にさえぎられました',
    en: 'something on the way blocked it (firewall, intrusion prevention, login, rate limit)',
  },
  'ipv6-not-looked-at': {
    ja: 'IPv6 のアドレスを調べていないか、そこから応答がありませんでした',
    en: 'its IPv6 address was not looked at, or did not answer',
  },
  cached: {
    ja: '途中の機器に保存された応答だけが返りました',
    en: 'only answers kept by a device on the way came back',
  },
  'not-attempted': { ja: '今回の診断では調べていません', en: 'it was not looked at this time' },
  'window-closed': { ja: '診断枠の終わりまでに調べられませんでした', en: 'the window closed first' },
  stopped: { ja: '緊急停止により中止しました', en: 'it was ended by an emergency stop' },
  unreachable: { ja: '診断対象に到達できませんでした', en: 'the target could not be reached' },
  'host-down': { ja: '診断対象から応答がありませんでした', en: 'the target did not answer' },
  'host-timed-out': {
    ja: '診断対象の調査が時間内に終わりませんでした',
    en: 'looking at the target took too long',
  },
  'host-missing': {
    ja: '診断対象の調査結果が得られませんでした',
    en: 'no result about the target came back',
  },
  'probe-failed': { ja: '診断装置で調査に失敗しました', en: 'the probe failed on the scanner node' },
  'tool-missing': { ja: '診断装置に必要な道具がありませんでした', en: 'the scanner node lacks a tool' },
  'tool-killed': { ja: '診断装置の道具が途中で止まりました', en: 'a tool of the scanner node was killed' },
  'target-suffering': {
    ja: '診断対象の応答が遅くなったため、負荷を避けて中止しました',
    en: 'the target slowed down, so it was spared',
  },
  refused: { ja: '問い合わせを断られました', en: 'the question was refused' },
  'server-error': { ja: 'サーバーがエラーを返しました', en: 'the server answered with an error' },
  redirected: { ja: '別の場所へ転送されました', en: 'it was redirected elsewhere' },
  'page-cut-short': {
    ja: 'ページが大きく、途中までしか読めませんでした',
    en: 'the page was too long to be read whole',
  },
  'no-ehlo': {
    ja: 'メールサーバーが拡張機能（EHLO）に答えませんでした',
    en: 'the mail server did not answer EHLO',
  },
  'no-capabilities': {
    ja: 'メールサーバーが対応機能の一覧（CAPABILITY・CAPA）を返しませんでした',
    en: 'the mail server did not list its capabilities (CAPABILITY, CAPA)',
  },
  'no-name': {
    ja: '診断対象に DNS の名前がなく、比べられませんでした',
    en: 'the target has no name in the DNS to compare with',
  },
  'no-control': { ja: '比べるための応答がありませんでした', en: 'there was nothing to compare it with' },
  'no-feed:retire': {
    ja: 'JavaScript ライブラリーの弱点の情報（RetireJS）が取り込まれていません',
    en: 'RetireJS’s list of weak JavaScript libraries was never imported',
  },
  'no-feed:known-keys-debian': {
    ja: 'Debian の弱い鍵の一覧（openssl-vulnkey）が取り込まれていません',
    en: 'the list of Debian’s weak keys (openssl-vulnkey) was never imported',
  },
  'no-feed:known-keys-published': {
    ja: '公開されてしまった鍵の一覧（openssl-vulnkey）が取り込まれていません',
    en: 'the list of published private keys (openssl-vulnkey) was never imported',
  },
  'authority-not-known': {
    ja: '証明書を発行した認証局の CAA の名前が分かりませんでした',
    en: 'it is not known by which CAA name the issuing authority goes',
  },
  'no-certificate': {
    ja: '同じ報告書の中に、比べるための証明書がありませんでした',
    en: 'no certificate in this report could be compared with it',
  },
  'no-proof': { ja: '根拠となる応答がありませんでした', en: 'there were no bytes that show it' },
  'one-marker': {
    ja: '手がかりが一つだけで、断定できませんでした',
    en: 'there was only one sign of it, which may mislead',
  },
  'same-for-missing-page': {
    ja: '存在しないページにも同じ応答が返るため、区別できませんでした',
    en: 'pages that do not exist get the same answer',
  },
  'answers-disagree': { ja: '応答が食い違いました', en: 'the answers disagree' },
  'responsible-for-the-control-names': {
    ja: '比べるための名前もこのサーバーの担当で、区別できませんでした',
    en: 'the server is responsible for the names that it was compared with',
  },
  'no-answer': {
    ja: '応答しない DNS サーバーがあり、全体を判定できませんでした',
    en: 'a name server did not answer, so not all of them could be judged',
  },
  'no-name-servers-known': {
    ja: 'このドメインの DNS サーバーを確かめられませんでした',
    en: 'the name servers of the domain could not be found out',
  },
  'nobody-heard': {
    ja: 'どの DNS サーバーからも応答がなく、診断装置側の問題と区別できませんでした',
    en: 'nobody at all was heard this way, so the fault may be on the side of the scanner node',
  },
  'not-in-the-cache': {
    ja: '試した名前をサーバーが覚えていませんでした',
    en: 'the server did not hold the name that was tried',
  },
  'no-edns': {
    ja: '署名を受け取れない形の応答でした',
    en: 'the answer came in a form that cannot carry signatures',
  },
  'unknown-digest': { ja: 'DS の方式を判定できませんでした', en: 'the digest of the DS is not known' },
  'ports-incomplete': {
    ja: '公開ポートの調査が最後まで終わりませんでした',
    en: 'not all ports were looked at',
  },
  middlebox: { ja: '途中の機器が代わりに応答しました', en: 'something on the way answered instead' },
  tcpwrapped: {
    ja: '接続の直後に切られ、何のサービスか分かりませんでした',
    en: 'the connection was closed before the service showed itself',
  },
  'certificate-expired': {
    ja: '証明書の期限が切れているため、ほかの点を判定できませんでした',
    en: 'the certificate has expired, so no more could be told',
  },
  'certificate-invalid': {
    ja: '証明書が正しくないため、ほかの点を判定できませんでした',
    en: 'the certificate is invalid, so no more could be told',
  },
  'too-few-handshakes': {
    ja: '比べるために必要な回数の接続ができませんでした',
    en: 'too few handshakes succeeded to compare them',
  },
  'not-enumerated': {
    ja: '方式の一覧を最後まで調べられませんでした',
    en: 'the list could not be gone through to its end',
  },
  'digest-not-kept': {
    ja: '以前の診断の記録に、比べるための値が残っていませんでした',
    en: 'an older record did not keep the digest to compare with',
  },
  'issuer-not-known': {
    ja: '証明書の発行元が分からず、確かめられませんでした',
    en: 'the issuer of the certificate is not known',
  },
  'sorted-by-library': {
    ja: '送られた証明書の順番を確かめられませんでした',
    en: 'the certificates were sorted before they could be seen as sent',
  },
  'whose-root-is-not-known': {
    ja: '証明書がどのルート認証局につながるか分かりませんでした',
    en: 'it is not known to which root the chain leads',
  },
  'not-stapled': {
    ja: '失効の情報がサーバーから送られず、確かめられませんでした',
    en: 'the server sent no revocation status along',
  },
  'ocsp-unknown': {
    ja: '認証局の失効の回答が「不明」でした',
    en: 'the certificate authority’s answer about revocation was “unknown”',
  },
  'ocsp-stale': {
    ja: '失効の情報が古く、確かめられませんでした',
    en: 'the revocation status that the server sent is out of date',
  },
  'no-handshake': { ja: '暗号化通信を始められませんでした', en: 'no TLS handshake succeeded' },
  'unknown-signature': { ja: '署名の方式を判定できませんでした', en: 'the signature algorithm is not known' },
  'unknown-key': { ja: '鍵の種類を判定できませんでした', en: 'the kind of key is not known' },
};

const kindWords: Readonly<Record<EvidenceKind, Text>> = {
  ports: { ja: '公開ポートの一覧', en: 'the list of open ports' },
  'tls-hello': { ja: '暗号化通信の応答', en: 'the TLS handshakes' },
  'tls-behaviour': { ja: '暗号化通信の動作', en: 'how the TLS server behaves' },
  certificate: { ja: 'サーバー証明書', en: 'the certificate' },
  'http-response': { ja: 'Web の応答', en: 'the web responses' },
  'mailbox-dialog': { ja: 'IMAP・POP3 の応答', en: 'the IMAP or POP3 answers' },
  'smtp-dialog': { ja: 'メールサーバーの応答', en: 'the mail server’s answers' },
  'dns-answers': { ja: 'DNS の応答', en: 'the DNS answers' },
  'mail-domain': { ja: 'メールのドメインについての DNS の応答', en: 'the DNS answers about the mail domain' },
  'mta-sts-policy': { ja: 'MTA-STS の方針', en: 'the MTA-STS policy' },
  'ssh-kexinit': { ja: 'SSH の応答', en: 'the SSH answer' },
  'ssh-keys': { ja: 'SSH の鍵', en: 'the SSH keys' },
  'host-dns': { ja: 'ホスト名とアドレスについての DNS の応答', en: 'the DNS answers about its names' },
  'snmp-answer': { ja: 'SNMP の応答', en: 'the SNMP answer' },
  banner: { ja: '接続時の表示', en: 'the banner' },
  'web-gear': { ja: '管理画面や VPN の入口の応答', en: 'the answers of management and VPN pages' },
  'service-reply': { ja: 'サービスの応答', en: 'the service’s answer' },
  'web-files': { ja: '公開されているファイルや画面の応答', en: 'the answers for files and pages' },
};

/** What helps where a device on the way refused us: to let the scanner's own addresses through during the window. */
function allowing(sourceAddresses: readonly string[], locale: Locale): string {
  if (sourceAddresses.length === 0) return '';
  const list = sourceAddresses.map(visible).join(', ');
  return locale === 'ja'
    ? `。診断枠の間、診断元の IP アドレス（${list}）を許可すると診断できます`
    : `; allow the source addresses (${list}) during the window to have it looked at`;
}

/** Why something is 未診断, in words. A reason nobody has words for is shown as it is. */
export function reasonText(reason: string, locale: Locale, sourceAddresses: readonly string[] = []): string {
  const known = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  if (known !== undefined) {
    return reason === 'blocked' ? known[locale] + allowing(sourceAddresses, locale) : known[locale];
  }
  const [head = '', tail = ''] = reason.split(/:\s*/, 2);
  const kind = evidenceKinds.find((candidate) => candidate === tail);
  if (head === 'no-evidence' && kind !== undefined) {
    const what = kindWords[kind][locale];
    return locale === 'ja' ? `${what}を得られませんでした` : `${what} could not be gathered`;
  }
  if (head === 'check-failed') {
    return locale === 'ja' ? '判定の途中で誤りが起きました' : 'judging it failed';
  }
  const rcode = /^rcode-(\d+)$/.exec(reason)?.[1];
  if (rcode !== undefined) {
    return locale === 'ja'
      ? `DNS サーバーがエラー（RCODE ${rcode}）を返しました`
      : `the DNS server answered RCODE ${rcode}`;
  }
  const shown = shorten(visible(reason), 200);
  return locale === 'ja' ? `判定できませんでした（${shown}）` : `it could not be judged (${shown})`;
}

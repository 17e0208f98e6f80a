/** What recog's files look at. The first word of a file's `matches`, or its name where it has none. */
const recogSources = [
  'ssh.banner',
  'http_header.server',
  'http_header.wwwauth',
  'http_header.cookie',
  'http_header.x-powered-by',
  'html_title',
  'favicon.md5',
  'smtp.banner',
  'ftp.banner',
  'pop3.banner',
  'imap4.banner',
  'telnet.banner',
  'mysql.banners',
  'snmp.sys_description',
  'dns.versionbind',
  'ldap.search_result',
  'ntp.readvar',
  'rtsp_header.server',
  'sip_header.server',
  'x509.subject',
  'x509.issuer',
] as const;
export type RecogSource = (typeof recogSources)[number];

export interface Fingerprint {
  readonly pattern: RegExp;
  /** `position` 0 is a constant, any other a group of the pattern. */
  readonly parameters: readonly {
    readonly position: number;
    readonly name: string;
    readonly value: string;
  }[];
}

export interface RecogFile {
  readonly source: RecogSource;
  readonly fingerprints: readonly Fingerprint[];
  /** Patterns that this language cannot run, or not in bounded time. */
  readonly skipped: number;
}

/** By what they look at. */
export type Recog = ReadonlyMap<RecogSource, readonly Fingerprint[]>;

export function isRecogSource(text: string): text is RecogSource {
  return (recogSources as readonly string[]).includes(text);
}

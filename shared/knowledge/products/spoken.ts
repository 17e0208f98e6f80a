import type { Evidence } from '../../evidence/evidence.ts';
import type { Observed } from '../../model/observed.ts';
import type { RecogSource } from '../recog/fingerprints.ts';

/** What something said of itself, and where it said it. */
export interface Spoken {
  readonly port: number | null;
  readonly source: RecogSource;
  readonly text: string;
}

const headerSources: Readonly<Record<string, RecogSource>> = {
  server: 'http_header.server',
  'www-authenticate': 'http_header.wwwauth',
  'set-cookie': 'http_header.cookie',
  'x-powered-by': 'http_header.x-powered-by',
};
const bannerSources: Readonly<Record<number, RecogSource>> = {
  21: 'ftp.banner',
  23: 'telnet.banner',
  2323: 'telnet.banner',
};

/** The texts in an evidence that recog has fingerprints for, in the form in which it wants them. */
export function spokenIn(item: Evidence): readonly Spoken[] {
  const { port } = item.endpoint;
  const say = (source: RecogSource, text: string): Spoken => ({ port, source, text });
  switch (item.kind) {
    case 'ssh-kexinit':
      return seenIn(item.data.banner).map((text) =>
        say('ssh.banner', text.replace(/^SSH-[\d.]+-/, '').trim()),
      );
    case 'http-response':
      return item.data.exchanges
        .filter(({ purpose }) => purpose === 'root' || purpose === 'redirected')
        .flatMap(({ response }) => seenIn(response))
        .flatMap(({ headers, body }) => [...fromHeaders(headers), ...fromPage(body)])
        .map(({ source, text }) => say(source, text));
    case 'web-gear':
      return item.data.exchanges
        .flatMap(({ response }) => seenIn(response))
        .flatMap(({ headers, body }) => [...fromHeaders(headers), ...fromPage(body)])
        .map(({ source, text }) => say(source, text));
    case 'smtp-dialog':
      return seenIn(item.data.banner)
        .flatMap(({ lines }) => lines.slice(0, 1))
        .map((text) => say('smtp.banner', withoutCode(text)));
    case 'mailbox-dialog':
      return seenIn(item.data.greeting).map((text) =>
        say(
          item.data.protocol === 'imap' ? 'imap4.banner' : 'pop3.banner',
          text.replace(/^(?:\* OK|\+OK) /i, ''),
        ),
      );
    case 'banner': {
      const source = bannerSources[port ?? 0];
      if (source === undefined) return [];
      return seenIn(item.data.greeting).map(({ text }) => say(source, withoutCode(text.trim())));
    }
    case 'snmp-answer':
      return [item.data.v2c, item.data.v1]
        .flatMap((answer) => seenIn(answer))
        .map(({ sysDescr }) => say('snmp.sys_description', sysDescr));
    case 'dns-answers':
      return item.data.questions
        .filter(({ purpose }) => purpose === 'version-bind')
        .flatMap(({ answer }) => seenIn(answer))
        .flatMap(({ answers }) =>
          answers.map(({ data }) => say('dns.versionbind', data.replaceAll('"', ''))),
        );
    case 'service-reply':
      return item.data.replies.flatMap(({ protocol, answer }) =>
        seenIn(answer).flatMap(({ facts: { version, software } }) => {
          if (protocol === 'mysql' && version !== undefined) return [say('mysql.banners', version)];
          if (protocol === 'rtsp' && software !== undefined) return [say('rtsp_header.server', software)];
          return protocol === 'sip' && software !== undefined ? [say('sip_header.server', software)] : [];
        }),
      );
    default:
      return [];
  }
}

function seenIn<T>(observed: Observed<T>): readonly T[] {
  return observed.outcome === 'yes' ? [observed.value] : [];
}

type Part = Omit<Spoken, 'port'>;

function fromHeaders(headers: readonly (readonly [string, string])[]): readonly Part[] {
  return headers.flatMap(([name, text]) => {
    const source = headerSources[name.toLowerCase()];
    return source === undefined ? [] : [{ source, text }];
  });
}

function fromPage(body: string): readonly Part[] {
  const title = /<title[^>]{0,200}>([^<]{1,300})<\/title>/i.exec(body)?.[1]?.trim();
  return title === undefined ? [] : [{ source: 'html_title', text: title }];
}

function withoutCode(line: string): string {
  return line.replace(/^220[ -]/, '');
}

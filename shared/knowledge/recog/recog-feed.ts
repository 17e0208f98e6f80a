import { type Feed, InvalidFeedError } from '../feed.ts';
import type { Fingerprint, Recog, RecogSource } from './fingerprints.ts';
import { parseRecogFile } from './parse-file.ts';

/** The names of the files at https://github.com/rapid7/recog/tree/main/xml that we have a use for. */
const files = [
  ...['ssh_banners', 'ftp_banners', 'smtp_banners', 'pop_banners', 'imap_banners', 'telnet_banners'],
  ...['http_servers', 'http_wwwauth', 'http_cookies', 'http_xpoweredby', 'html_title', 'favicons'],
  ...['mysql_banners', 'snmp_sysdescr', 'dns_versionbind', 'ldap_searchresult', 'ntp_banners'],
  ...['rtsp_servers', 'sip_banners', 'x509_subjects', 'x509_issuers'],
];

/** Rapid7's recog: what servers and gear say of themselves, and which product that is. */
export const recogFeed: Feed<Recog> = {
  title: 'recog',
  addresses: files.map((name) => `https://raw.githubusercontent.com/rapid7/recog/main/xml/${name}.xml`),
  recognises: ({ text }) => /<fingerprints[ >]/.test(text.slice(0, 4096)),
  parse(all) {
    const parsed = all.map(parseRecogFile).filter((file) => file !== undefined);
    const recog = new Map<RecogSource, readonly Fingerprint[]>();
    for (const { source, fingerprints } of parsed) {
      recog.set(source, [...(recog.get(source) ?? []), ...fingerprints]);
    }
    const entries = parsed.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
    if (entries === 0) throw new InvalidFeedError('no file of recog holds a fingerprint that can be used');
    const skipped = parsed.reduce((sum, file) => sum + file.skipped, 0);
    return { version: `${parsed.length} files, ${skipped} patterns left out`, entries, value: recog };
  },
};

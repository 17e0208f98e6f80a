import { type Feed, parseFeedJson } from './feed.ts';
import { parseKev } from './kev.ts';

/** CISA's "Known Exploited Vulnerabilities Catalog": the CVE ids. */
export const kevFeed: Feed<ReadonlySet<string>> = {
  title: 'KEV',
  addresses: ['https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json'],
  recognises: ({ text }) => /"catalogVersion"/.test(text.slice(0, 4096)),
  parse([file, ...others]) {
    if (file === undefined || others.length > 0) throw new RangeError('the KEV catalogue is one file');
    const { version, entries } = parseKev(parseFeedJson(file));
    return { version, entries: entries.length, value: new Set(entries.map(({ cve }) => cve)) };
  },
};

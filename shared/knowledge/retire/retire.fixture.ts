import { parseRetire } from './parse-retire.ts';

/** A few lines of RetireJS's repository (Apache-2.0), as they stand there. */
export const retireJson = {
  jquery: {
    vulnerabilities: [
      {
        atOrAbove: '1.12.3',
        below: '3.0.0-beta1',
        excludes: ['1.12.4-aem'],
        cwe: ['CWE-79'],
        severity: 'medium',
        identifiers: { summary: '3rd party CORS request may execute', CVE: ['CVE-2015-9251'] },
        info: ['https://github.com/jquery/jquery/issues/2432'],
      },
      {
        atOrAbove: '1.0.3',
        below: '3.5.0',
        severity: 'medium',
        identifiers: { summary: 'passing HTML containing <option> elements', CVE: ['CVE-2020-11023'] },
        info: [],
      },
    ],
    extractors: {
      func: ['jQuery.fn.jquery'],
      filename: ['jquery-(§§version§§)(\\.min)?\\.js'],
      uri: ['/(§§version§§)/jquery(\\.min)?\\.js'],
      filecontent: ['/\\*!? jQuery v(§§version§§)'],
    },
  },
  'retire-example': {
    vulnerabilities: [{ below: '0.0.2', severity: 'low', identifiers: { summary: 'bug summary' } }],
    extractors: { hashes: { '07f8b94c8d601a24a1914a1a92bec0e4fafda964': '0.0.1' } },
  },
  nextjs: {
    vulnerabilities: [
      {
        atOrAbove: '13.0.0',
        below: '13.5.9',
        severity: 'critical',
        identifiers: { summary: 'bypass', CVE: ['CVE-2025-29927'] },
      },
    ],
    extractors: { uri: ['/nextjs/(§§version§§)/'] },
  },
  'runs away': {
    vulnerabilities: [],
    extractors: { filecontent: ['(a+)+(§§version§§)', '[\\s\\S]*x[\\s\\S]*(§§version§§)', '('] },
  },
} as const;

export const retire = parseRetire(retireJson);

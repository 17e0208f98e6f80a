import { type Feed, parseFeedJson } from '../feed.ts';
import { parseRetire, type RetireFeed } from './parse-retire.ts';

/** RetireJS: versions of JavaScript libraries with known weaknesses, and how to tell them by name and content. */
export const retireFeed: Feed<RetireFeed> = {
  title: 'RetireJS',
  addresses: ['https://raw.githubusercontent.com/RetireJS/retire.js/master/repository/jsrepository-v5.json'],
  recognises: ({ text }) => text.slice(0, 65_536).includes('§§version§§'),
  parse([file, ...others]) {
    if (file === undefined || others.length > 0)
      throw new RangeError('the repository of RetireJS is one file');
    const value = parseRetire(parseFeedJson(file));
    const entries = value.libraries.reduce((sum, { vulnerabilities }) => sum + vulnerabilities.length, 0);
    return { version: `v5, ${value.skippedPatterns} patterns left out`, entries, value };
  },
};

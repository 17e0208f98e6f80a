import type { Text } from '../../model/text.ts';
import type { Advice } from '../fixes.ts';

/** Where each DNS server keeps its settings, and how it takes them up. */
const settings = {
  bind: {
    ja: 'named.conf の options に次を書き、rndc reconfig を実行します。',
    en: 'Put this into options of named.conf and run rndc reconfig.',
  },
  nsd: {
    ja: 'nsd.conf の server に次を書き、NSD を再起動します。',
    en: 'Put this into the server section of nsd.conf and restart NSD.',
  },
  knot: {
    ja: 'knot.conf に次を書き、knotc reload を実行します。',
    en: 'Put this into knot.conf and run knotc reload.',
  },
  unbound: {
    ja: 'unbound.conf の server に次を書き、unbound-control reload を実行します。',
    en: 'Put this into the server section of unbound.conf and run unbound-control reload.',
  },
} as const satisfies Record<string, Text>;

/** A setting of the whole server, as its configuration has it. */
export function setting(product: keyof typeof settings, snippet: string): Advice {
  return { ...settings[product], snippet };
}

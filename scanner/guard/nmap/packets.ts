import type { NmapWish } from './arguments.ts';

/** `-sV` on one port: the connects of its probes and what they say. */
const packetsPerIdentification = 24;
const retries = 2;

/** What nmap sent, estimated from what it was asked and what stayed silent; nmap itself does not say. */
export function packetsOfRun(wish: NmapWish, xml: string): number {
  const silent = Math.min(wish.ports.length, countSilent(xml));
  const perPort = wish.identify ? packetsPerIdentification : wish.scan === 'half-open' ? 1 : 3;
  return wish.ports.length * perPort + silent * retries;
}

function countSilent(xml: string): number {
  const grouped = [...xml.matchAll(/<extraports state="filtered" count="(\d{1,5})"/g)];
  const single = xml.split('<state state="filtered"').length - 1;
  return grouped.reduce((sum, [, count]) => sum + Number(count), single);
}

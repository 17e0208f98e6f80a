import dns, { type LookupAddress, type LookupOptions } from 'node:dns';

/** Loaded into another program: every name it looks up is the address of the laboratory, so nothing leaves the machine. */
const address = process.env.ENKAKU_PINNED ?? '';
type Done = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

function lookup(_name: string, options: LookupOptions | number | Done, done?: Done): void {
  const answer = (typeof options === 'function' ? options : done) as Done;
  const wantsAll = typeof options === 'object' && options.all === true;
  if (wantsAll) answer(null, [{ address, family: 4 }]);
  else answer(null, address, 4);
}
dns.lookup = lookup as typeof dns.lookup;

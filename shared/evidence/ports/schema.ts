import { z } from 'zod';
import { excerpt, limits, line, observed, portNumber } from '../limits.ts';

const service = z.strictObject({
  name: line,
  /** nmap's own certainty: `table` is only the port's number, `probed` is an answer of the service. */
  method: z.enum(['table', 'probed']),
  confidence: z.int().min(0).max(10),
  product: line.nullable(),
  version: line.nullable(),
  extraInfo: line.nullable(),
  tunnel: z.enum(['ssl']).nullable(),
  cpe: z.array(line).max(16),
});

const state = z.enum(['open', 'open|filtered', 'filtered', 'closed', 'unfiltered', 'closed|filtered']);

const port = z.strictObject({
  port: portNumber,
  transport: z.enum(['tcp', 'udp']),
  state,
  reason: line,
  /** null where nmap named none: the port stays in the list all the same. */
  service: service.nullable(),
  scripts: z.array(z.strictObject({ id: line, output: excerpt })).max(64),
});

/** Ports of one state that nmap summarised instead of listing each (`extraports`), by the reason it gave. */
const collapsed = z.strictObject({
  state,
  count: z.int().min(0).max(65_535),
  reason: line,
  /** `22,80,8000-8100`; null where that nmap did not say which. */
  ports: z.string().max(limits.hex).nullable(),
});

/** What nmap reported for one address. Endpoint: the address, no port. */
export const portsSchema = z.strictObject({
  tool: line,
  /** The port list as it was asked for, e.g. `T:22,80,U:161`. */
  requested: z.string().max(limits.excerpt),
  host: z.enum(['up', 'down', 'timed-out', 'missing']),
  ports: z.array(port).max(65_535),
  /** Unknown where an older node did not keep them. */
  collapsed: observed(z.array(collapsed).max(limits.list)),
  warnings: z.array(line).max(64),
  /** True only if nmap ended by itself, with success, and returned the address that was asked for. */
  complete: z.boolean(),
});

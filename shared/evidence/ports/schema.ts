import { z } from 'zod';
import { excerpt, limits, line, portNumber } from '../limits.ts';

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

const port = z.strictObject({
  port: portNumber,
  transport: z.enum(['tcp', 'udp']),
  state: z.enum(['open', 'open|filtered', 'filtered', 'closed', 'unfiltered', 'closed|filtered']),
  reason: line,
  /** null where nmap named none: the port stays in the list all the same. */
  service: service.nullable(),
  scripts: z.array(z.strictObject({ id: line, output: excerpt })).max(64),
});

/** What nmap reported for one address. Endpoint: the address, no port. */
export const portsSchema = z.strictObject({
  tool: line,
  /** The port list as it was asked for, e.g. `T:22,80,U:161`. */
  requested: z.string().max(limits.excerpt),
  host: z.enum(['up', 'down', 'timed-out', 'missing']),
  ports: z.array(port).max(65_535),
  warnings: z.array(line).max(64),
  /** True only if nmap ended by itself, with success, and returned the address that was asked for. */
  complete: z.boolean(),
});

import { z } from 'zod';
import { line, observed } from '../limits.ts';

/** Characters of a page that are kept: the signs of gear stand in its head. */
export const keptCharacters = 4096;

const response = z.strictObject({
  status: z.int().min(100).max(999),
  headers: z.array(z.tuple([line, z.string().max(2048)])).max(64),
  body: z.string().max(keptCharacters),
});

/** What a web port answered at the addresses where VPN gateways, management pages and interfaces of products are. */
export const webGearSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  /** Each path once, as it was asked; no redirect is followed. */
  exchanges: z.array(z.strictObject({ path: line, response: observed(response) })).max(48),
});

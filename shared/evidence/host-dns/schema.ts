import { z } from 'zod';
import { dnsQuestionsSchema } from '../dns-answers/schema.ts';

/** What the resolver says about a host: its PTR and that name's addresses, its names' addresses, their TLSA. */
export const hostDnsSchema = z.strictObject({ questions: dnsQuestionsSchema });

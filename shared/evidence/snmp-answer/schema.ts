import { z } from 'zod';
import { hex, line, observed } from '../limits.ts';

const answered = z.strictObject({ sysDescr: line, community: z.literal('public'), response: hex });

/** GET sysDescr.0 with the community `public`, two tries a version. Silence is unknown: SNMP never says no. */
export const snmpAnswerSchema = z.strictObject({ v1: observed(answered), v2c: observed(answered) });

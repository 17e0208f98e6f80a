import { z } from 'zod';
import { reportSchema } from './schema.ts';

/** `enkaku-report/1` as JSON Schema (2020-12), published beside the OpenAPI. */
export function reportJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
    title: 'enkaku-report/1',
    description:
      'A diagnosis report of Enkaku (遠隔診断): findings with proofs and fixes in Japanese and English.',
  };
}

import { expect, it } from 'vitest';
import { reportJsonSchema } from './json-schema.ts';

it('the published schema names the contract and refuses what is not in it', () => {
  expect(reportJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'enkaku-report/1',
    type: 'object',
    additionalProperties: false,
    properties: { schema: { const: 'enkaku-report/1' } },
  });
});

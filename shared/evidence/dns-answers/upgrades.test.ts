import { expect, test } from 'vitest';
import { buildDomainDns, dnsAnswer, question } from './build.fixture.ts';
import { dnsAnswersSchema } from './schema.ts';
import { dnsAnswersUpgrades } from './upgrades.ts';

const now = buildDomainDns([question('mx', dnsAnswer())]).data;

/** As version 1 was written. */
const old = {
  questions: now.questions.map(({ endedMs: _, answeredFrom: _from, answer, ...rest }) => {
    if (answer.outcome !== 'yes') return { ...rest, answer };
    const { additional: _a, edns: _e, ...value } = answer.value;
    return { ...rest, answer: { ...answer, value } };
  }),
};

test('version 1 → the same questions, without what nobody kept then', () => {
  const upgraded = dnsAnswersUpgrades.reduce<Readonly<Record<string, unknown>>>(
    (data, step) => step(data),
    old,
  );
  expect(dnsAnswersSchema.parse(upgraded)).toEqual({
    ...now,
    questions: now.questions.map((each) => ({ ...each, endedMs: null })),
  });
});

test.each([[{}], [{ questions: 'none' }], [{ questions: [null, 7, { answer: 'x' }] }]])(
  'foreign data %j → no error, and the schema refuses it',
  (data) => {
    expect(dnsAnswersSchema.safeParse(dnsAnswersUpgrades[0]?.(data)).success).toBe(false);
  },
);

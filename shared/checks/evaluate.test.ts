import { expect, test } from 'vitest';
import type { EvidenceOf } from '../evidence/evidence.ts';
import { buildPorts } from '../evidence/ports/build.fixture.ts';
import { defineCheck } from './check.ts';
import { evaluate } from './evaluate.ts';

const text = { ja: '試験', en: 'test' };
const fix = { product: 'any' as const, steps: text, confirm: 'true' };
const common = {
  version: 1,
  severity: 'low' as const,
  text: { safe: text, vulnerable: text, why: text },
  action: 'close-service' as const,
  fixes: [fix] as const,
  references: ['https://www.rfc-editor.org/rfc/rfc9110'] as const,
};
const safe = defineCheck({ ...common, needs: ['banner'], detect: () => ({ verdict: 'safe' }) });

function banner(port: number, name: string | null = null): EvidenceOf<'banner'> {
  return {
    id: `evd_banner${port}00000000000`,
    kind: 'banner',
    schema: 1,
    jobId: 'job_00000000000000000000',
    endpoint: { host: '192.0.2.1', name, port, transport: 'tcp' },
    gatheredAt: '2026-11-21T00:00:00Z',
    data: { greeting: { outcome: 'no' } },
  };
}

test('a check → is asked once for every place of its kind', () => {
  const judged = evaluate({ 'x.safe': safe }, [banner(21), banner(23)]);

  expect(judged.map(({ endpoint, verdict }) => [endpoint.port, verdict.verdict])).toEqual([
    [21, 'safe'],
    [23, 'safe'],
  ]);
});

test('a check that throws → undetermined for itself alone', () => {
  const broken = defineCheck({
    ...common,
    needs: ['banner'],
    detect: () => {
      throw new Error('a mistake');
    },
  });

  const judged = evaluate({ 'x.broken': broken, 'x.safe': safe }, [banner(21)]);

  expect(judged.map(({ verdict }) => verdict)).toEqual([
    { verdict: 'undetermined', reason: 'check-failed: a mistake' },
    { verdict: 'safe' },
  ]);
});

test('evidence of a second kind is missing → undetermined, never safe', () => {
  const needsMore = defineCheck({
    ...common,
    needs: ['banner', 'certificate'],
    detect: () => ({ verdict: 'safe' }),
  });

  expect(evaluate({ 'x.more': needsMore }, [banner(21)])[0]?.verdict).toEqual({
    verdict: 'undetermined',
    reason: 'no-evidence:certificate',
  });
});

test('a place that was not looked at → undetermined with the reason, unless an earlier try saw it', () => {
  const missed = { kind: 'banner' as const, endpoint: banner(23).endpoint, reason: 'window-closed' };

  expect(evaluate({ 'x.safe': safe }, [], [missed])[0]?.verdict).toEqual({
    verdict: 'undetermined',
    reason: 'window-closed',
  });
  expect(evaluate({ 'x.safe': safe }, [banner(23)], [missed]).map(({ verdict }) => verdict.verdict)).toEqual([
    'safe',
  ]);
});

test('detect is given the date of the evidence, not of the judging', () => {
  const dates: string[] = [];
  const spy = defineCheck({
    ...common,
    needs: ['banner'],
    detect: (_, at) => {
      dates.push(at);
      return { verdict: 'safe' };
    },
  });

  evaluate({ 'x.spy': spy }, [banner(21)]);

  expect(dates).toEqual(['2026-11-21T00:00:00Z']);
});

test('a check that compares places → is given that kind of all places, and no other', () => {
  const seen: number[] = [];
  const spy = defineCheck({
    ...safe,
    needs: ['banner'],
    estate: ['banner'],
    detect: (_evidence, _at, _knowledge, estate) => {
      seen.push(estate.length);
      return { verdict: 'safe' };
    },
  });

  evaluate({ 'x.spy': spy }, [banner(21), banner(23), buildPorts()]);

  expect(seen).toEqual([2, 2]);
});

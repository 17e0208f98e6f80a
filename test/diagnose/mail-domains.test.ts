import { compareSeverity } from '@enkaku/shared/model/severity.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BedUnavailableError } from '../beds/contract.ts';
import { type MailWorld, startMailWorld } from '../beds/mail-world.ts';
import { faultyMail, hardenedMail, inheritingMail, type MailPlan, soundMail } from '../beds/mail-zones.ts';
import { type DiagnoseRun, reportOf, runDiagnose } from './run-diagnose.ts';

const plans: Readonly<Record<string, MailPlan>> = {
  ...faultyMail,
  ...soundMail,
  [inheritingMail]: { findings: [] },
};
/** What the records of a plan are about; the rest (MTA-STS, TLS-RPT, DNSSEC) is the same for all of them. */
const judged = /^mail\.(?:spf|dmarc|dkim|mx|bimi)\./;

let world: MailWorld | null = null;
let unavailable = '';
let report: Report;
let hardened: { run: DiagnoseRun; report: Report };

beforeAll(async () => {
  try {
    world = await startMailWorld();
  } catch (error) {
    if (!(error instanceof BedUnavailableError)) throw error;
    unavailable = error.message;
    return;
  }
  const common = ['--lab', '--json', '--resolver', world.resolver.address];
  const domains = Object.keys(plans).flatMap((domain) => ['--domain', domain]);
  report = reportOf(await runDiagnose([...common, '--only', 'mail', ...domains]));
  const run = await runDiagnose([...common, '--domain', hardenedMail]);
  hardened = { run, report: reportOf(run) };
}, 120_000);

afterAll(() => world?.[Symbol.asyncDispose]());

const found = (domain: string) =>
  report.findings.filter(({ host, check }) => host === domain && judged.test(check));

describe('a domain alone, asked of real name servers through a real resolver', () => {
  test.for(Object.entries(plans).map(([domain, { findings }]) => [domain, findings] as const))(
    '%s → %j',
    ([domain, findings], { skip }) => {
      if (world === null) return skip(unavailable);
      expect(found(domain).map(({ check }) => check)).toEqual(findings);
    },
  );

  test.for([
    ['dkim-512.test', 'high'],
    ['dkim-1024.test', 'low'],
    ['spf-plus-all.test', 'high'],
    ['dmarc-none.test', 'low'],
    ['dkim-none.test', 'info'],
  ] as const)('%s → %s', ([domain, severity], { skip }) => {
    if (world === null) return skip(unavailable);
    expect(found(domain).map((finding) => finding.severity)).toEqual([severity]);
  });

  test('every domain → the records were all there to judge, none was left 未診断', ({ skip }) => {
    if (world === null) return skip(unavailable);
    const open = report.undetermined.filter(({ check }) => judged.test(check));
    expect(open.map(({ host, check, reason }) => `${host} ${check} ${reason}`)).toEqual([]);
  });
});

describe('a domain with all that it can publish, signed', () => {
  test('the whole catalogue → nothing of medium or higher, grade A', ({ skip }) => {
    if (world === null) return skip(unavailable);
    const grave = hardened.report.findings.filter(({ severity }) => compareSeverity(severity, 'medium') <= 0);
    expect(grave.map(({ check, place }) => `${check} ${place}`)).toEqual([]);
    expect(hardened.report.grade).toBe('A');
  });

  test('its mail records → passed', ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect(hardened.report.passed.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'mail.spf.missing',
        'mail.spf.lookups-over-10',
        'mail.dmarc.missing',
        'mail.dmarc.p-none',
        'mail.dkim.key-short',
        'mail.mx.unresolvable',
        'mail.mta-sts.missing',
        'mail.tlsrpt.missing',
        'mail.bimi.syntax',
      ]),
    );
  });

  test('only what no domain can show alone → 未診断, and the exit code says so', ({ skip }) => {
    if (world === null) return skip(unavailable);
    expect(hardened.run.exitCode).toBe(hardened.report.undetermined.length > 0 ? 3 : 0);
  });
});

test('a resolver that answers nothing → all of it 未診断, no finding', async ({ skip }) => {
  if (world === null) return skip(unavailable);
  const nobody = world.resolver.address.replace(/\d+$/, '99');
  const run = await runDiagnose([
    '--lab',
    '--json',
    '--only',
    'mail',
    '--resolver',
    nobody,
    '--domain',
    'sound.test',
  ]);
  const { findings, passed, undetermined } = reportOf(run);
  expect(run.exitCode).toBe(3);
  expect(findings).toEqual([]);
  expect(passed.filter(({ check }) => judged.test(check))).toEqual([]);
  expect(undetermined.filter(({ check }) => judged.test(check)).length).toBeGreaterThan(20);
}, 60_000);

test('a domain that does not exist → no finding, and a hint that there is no such zone', async ({ skip }) => {
  if (world === null) return skip(unavailable);
  const { address } = world.resolver;
  const run = await runDiagnose(['--lab', '--json', '--resolver', address, '--domain', 'mistyped.test']);
  expect(reportOf(run).findings).toEqual([]);
  expect(run.stderr).toContain('mistyped.test: no name servers of its own');
}, 60_000);

test('a laboratory without --resolver → all of it 未診断, and a hint why', async () => {
  const run = await runDiagnose(['--lab', '--json', '--only', 'mail', '--domain', 'sound.test']);
  const { findings, passed } = reportOf(run);
  expect([run.exitCode, findings, passed]).toEqual([3, [], []]);
  expect(run.stderr).toContain('sound.test: nothing can be asked without --resolver');
}, 60_000);

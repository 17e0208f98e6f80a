import { type Beds, startBeds } from '../../beds/bed.ts';
import { lookAtMail } from '../../beds/look-at-mail.ts';
import { atMost, type Benchmark, informs, type Metric, median } from '../benchmark.ts';
import { agreementOf, type Row } from './agreement.ts';
import { mostInASecond, relayTo, spacings } from './counting-relay.ts';
import { runSwaks, type SwaksView } from './swaks.ts';

/** postscreen and anvil count connections and take offence at many. */
const mostConnections = 30;
/** Postfix's own smtpd_client_connection_count_limit and postscreen_client_connection_count_limit. */
const postfixAtOnce = 50;
const servers = [
  { bed: 'hardened-postfix', port: 25 },
  { bed: 'hardened-postfix', port: 587 },
  { bed: 'weak-postfix', port: 25 },
  { bed: 'weak-postfix', port: 587 },
] as const;

/** A mail server's TLS and dialog as a node looks at them, counted at the server, beside swaks. */
export async function benchMail(): Promise<Benchmark> {
  await using beds = await startBeds(['weak-postfix', 'hardened-postfix']);
  const [gone] = beds.unavailable.filter(({ name }) => name !== 'resolver');
  if (gone !== undefined) {
    process.stderr.write(`mail: skipped: ${gone.reason}\n`);
    return { name: 'mail', metrics: [] };
  }
  const metrics: Metric[] = [];
  const rows: Row[] = [];
  for (const server of servers) {
    const seen = await listen(beds, server);
    metrics.push(...seen.metrics);
    rows.push(...seen.rows);
  }
  if (rows.length === 0)
    process.stderr.write('mail: not compared: swaks is not installed (apt-get install swaks)\n');
  return { name: 'mail', metrics: [...metrics, ...agree(rows)] };
}

async function listen(beds: Beds, { bed, port }: (typeof servers)[number]) {
  const title = `${bed}:${port}`;
  const name = beds.find(bed)?.names[0] ?? '';
  await using relay = await relayTo(beds.plan.bed(bed), port);
  const look = await lookAtMail(relay.address, name, port);
  const { arrivals } = relay;
  const view = await runSwaks(beds.plan.bed(bed), port);
  const peer = (of: (view: SwaksView) => number) =>
    view === null ? null : { name: 'swaks, two sessions', value: of(view) };
  const metrics = [
    atMost(`${title}: connections`, arrivals.length, '', mostConnections),
    atMost(`${title}: connections at once`, relay.mostAtOnce(), '', postfixAtOnce),
    informs(`${title}: smallest spacing`, Math.min(...spacings(arrivals)), 'ms', null),
    informs(`${title}: median spacing`, median(spacings(arrivals)), 'ms', null),
    informs(`${title}: most within a second`, mostInASecond(arrivals), '', null),
    informs(
      `${title}: all evidence`,
      look.seconds,
      's',
      peer(({ seconds }) => seconds),
    ),
  ];
  return { metrics, rows: view === null ? [] : agreementOf(title, look, view) };
}

function agree(rows: readonly Row[]): readonly Metric[] {
  if (rows.length === 0) return [];
  for (const { server, testcase, state, ours, swaks, why } of rows) {
    const said = ours === swaks ? ours : `${ours} | ${swaks}`;
    process.stderr.write(
      `${server.padEnd(21)} ${testcase.padEnd(25)} ${state.padEnd(10)} ${said}${why === '' ? '' : ` (${why})`}\n`,
    );
  }
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  return [
    informs('test cases with the same answer as swaks', count('same'), 'cases', null),
    informs('test cases that differ for a stated reason', count('explained'), 'cases', null),
    atMost('test cases that differ without one', count('missing'), 'cases', 0),
  ];
}

import { type BedName, startBeds } from '../../beds/bed.ts';
import { lookAtMail, type MailLook } from '../../beds/look-at-mail.ts';
import { atMost, type Benchmark, informs, type Metric } from '../benchmark.ts';
import { runSwaks, type SwaksAnswers } from './swaks.ts';

const servers: readonly BedName[] = ['weak-postfix', 'hardened-postfix'];
const mostConnections = 30;
/** Postfix's own smtpd_client_connection_count_limit and postscreen_client_connection_count_limit. */
const postfixAtOnce = 50;

/** The dialogue and the TLS of a mail server on port 25, beside swaks on the same server. */
export async function benchMail(): Promise<Benchmark> {
  await using beds = await startBeds(servers);
  for (const { name, reason } of beds.unavailable)
    process.stderr.write(`mail: skipped: ${name}: ${reason}\n`);
  const metrics: Metric[] = [];
  for (const name of servers) {
    const bed = beds.find(name);
    if (bed === null) continue;
    const look = await lookAtMail(bed.address, bed.names[0] ?? '');
    metrics.push(
      informs(`${name}, port 25`, look.seconds, 's', null),
      atMost(`${name}, connections`, look.connections, '', mostConnections),
      atMost(`${name}, connections at once`, look.mostAtOnce, '', postfixAtOnce),
      ...compare(name, look, await runSwaks(bed.address)),
    );
  }
  return { name: 'mail', metrics };
}

function compare(name: string, look: MailLook, swaks: SwaksAnswers | null): readonly Metric[] {
  if (swaks === null) {
    process.stderr.write('mail: not compared with swaks: it is not installed (apt-get install swaks)\n');
    return [];
  }
  const rows = answersOf(look, swaks);
  for (const { question, ours, theirs } of rows) {
    const state = ours === theirs ? 'same' : 'DIFFERENT';
    process.stderr.write(
      `${name.padEnd(18)} ${question.padEnd(12)} ${state.padEnd(10)} ${ours} | ${theirs}\n`,
    );
  }
  return [
    atMost(
      `${name}, answers that differ from swaks`,
      rows.filter((row) => row.ours !== row.theirs).length,
      '',
      0,
    ),
  ];
}

function answersOf({ dialog }: MailLook, swaks: SwaksAnswers) {
  const extensions = dialog.ehlo.outcome === 'yes' ? dialog.ehlo.value.lines.slice(1) : [];
  const auth = (lines: readonly string[]) => lines.find((line) => line.startsWith('AUTH ')) ?? 'none';
  return [
    { question: 'extensions', ours: extensions.join(', '), theirs: swaks.extensions.join(', ') },
    {
      question: 'STARTTLS',
      ours: String(dialog.starttls.outcome === 'yes'),
      theirs: String(swaks.extensions.includes('STARTTLS')),
    },
    { question: 'AUTH', ours: auth(extensions), theirs: auth(swaks.extensions) },
    { question: 'relay', ours: String(dialog.relay.outcome === 'yes'), theirs: String(swaks.relays) },
  ];
}

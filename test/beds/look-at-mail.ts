import { evaluate, type Judgement } from '@enkaku/shared/checks/evaluate.ts';
import { mailChecks } from '@enkaku/shared/checks/mail/index.ts';
import type { Evidence, EvidenceOf } from '@enkaku/shared/evidence/evidence.ts';
import { type EvidenceKind, kinds } from '@enkaku/shared/evidence/kinds.ts';
import { seal } from '../../scanner/agent/courier.ts';
import { runLanes } from '../../scanner/agent/lanes.ts';
import { planUnits } from '../../scanner/agent/units.ts';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { allProbes } from '../../scanner/probes/index.ts';
import { hostView, openPort } from '../../scanner/probes/wire/order.fixture.ts';
import { loadLimits } from '../../scheduler/plan/order-of.ts';

export interface MailLook {
  readonly seconds: number;
  readonly evidence: readonly Evidence[];
  readonly judgements: readonly Judgement[];
  readonly dialog: EvidenceOf<'smtp-dialog'>;
}

/** As many at once as a node runs of one host. */
const width = 4;

/** All that a node looks at on one mail port behind the port scan, with the rates of an order for the Internet. */
export async function lookAtMail(address: string, name: string, port: number): Promise<MailLook> {
  const startedMs = performance.now();
  const order = buildOrder({
    target: { kind: 'host', address, names: [name], zones: [] },
    kinds: Object.keys(kinds) as EvidenceKind[],
    limits: loadLimits.internet,
  });
  const view = hostView(order, [openPort(port, 'smtp')]);
  const atPort = planUnits(allProbes, view, []).units.filter(({ endpoint }) => endpoint.port === port);
  const evidence: Evidence[] = [];
  await using guard = createGuard({ order });
  await runLanes(
    atPort.map((unit) => [unit]),
    width,
    async ({ probe, endpoint }) => {
      const data = await probe.gather(endpoint, guard, view);
      evidence.push(seal(probe.kind, endpoint, order.jobId, data, Date.now()));
    },
    guard.signal,
  );
  const seconds = (performance.now() - startedMs) / 1000;
  const dialog = evidence.find((one): one is EvidenceOf<'smtp-dialog'> => one.kind === 'smtp-dialog');
  if (dialog === undefined) throw new Error(`no dialog with ${address}:${port}`);
  return { seconds, evidence, dialog, judgements: evaluate(mailChecks, evidence) };
}

import { seal } from '../../../scanner/agent/courier.ts';
import { createGuard } from '../../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../../scanner/guard/order.fixture.ts';
import { certificateProbe } from '../../../scanner/probes/certificate/probe.ts';
import { mailboxDialogProbe } from '../../../scanner/probes/mailbox-dialog/probe.ts';
import type { Probe } from '../../../scanner/probes/probe.ts';
import { smtpDialogProbe } from '../../../scanner/probes/smtp-dialog/probe.ts';
import { createTlsHelloProbe } from '../../../scanner/probes/tls-hello/probe.ts';
import { hostView, openPort } from '../../../scanner/probes/wire/order.fixture.ts';
import { pause } from '../../../scanner/probes/wire/pause.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';

const probes: readonly Probe[] = [
  mailboxDialogProbe,
  smtpDialogProbe,
  certificateProbe,
  createTlsHelloProbe({ answerMs: 8000, pause, extent: 'where-weak' }),
];

/** What a diagnosis sees of a mailbox or mail server on these of its ports, inside a running node, through the real guard; `services`: as nmap names them. */
export async function lookAtMailbox(
  { address, name, ca }: { readonly address: string; readonly name: string; readonly ca: string },
  ports: readonly number[],
  services: Readonly<Record<number, string>> = {},
): Promise<readonly Evidence[]> {
  const target = { kind: 'host' as const, address, names: [name], zones: [] };
  const order = buildOrder({ target, trustAnchors: [ca] });
  await using guard = createGuard({ order });
  const open = ports.map((port) => openPort(port, services[port]));
  const view = hostView(order, open);
  const gathered = probes.flatMap((probe) =>
    probe.places(view).map(async (place) => {
      const data = await probe.gather(place, guard, view);
      return seal(probe.kind, place, order.jobId, data, Date.now());
    }),
  );
  return await Promise.all(gathered);
}

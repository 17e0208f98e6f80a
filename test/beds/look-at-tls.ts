import { seal } from '../../scanner/agent/courier.ts';
import { createGuard } from '../../scanner/guard/create-guard.ts';
import { buildOrder } from '../../scanner/guard/order.fixture.ts';
import { certificateProbe } from '../../scanner/probes/certificate/probe.ts';
import { createTlsBehaviourProbe } from '../../scanner/probes/tls-behaviour/probe.ts';
import { createTlsHelloProbe } from '../../scanner/probes/tls-hello/probe.ts';
import type { Extent } from '../../scanner/probes/tls-hello/survey.ts';
import { hostView, openPort } from '../../scanner/probes/wire/order.fixture.ts';
import { pause } from '../../scanner/probes/wire/pause.ts';
import type { EvidenceOf } from '../../shared/evidence/evidence.ts';

export interface TlsLook {
  readonly seconds: number;
  /** Of the handshakes; the certificate takes two more. */
  readonly connections: number;
  readonly hello: EvidenceOf<'tls-hello'>;
  readonly behaviour: EvidenceOf<'tls-behaviour'>;
}

/** Everything that TLS checks need of one endpoint, inside a running node, through the real guard. */
export async function lookAtTls(address: string, name: string, extent: Extent): Promise<TlsLook> {
  const order = buildOrder({ target: { kind: 'host', address, names: [name], zones: [] } });
  await using guard = createGuard({ order });
  const view = hostView(order, [openPort(443, 'https', { tunnel: 'ssl' })]);
  const endpoint = { host: address, name, port: 443, transport: 'tcp' as const };
  const helloProbe = createTlsHelloProbe({ answerMs: 8000, pause, extent });
  const behaviourProbe = createTlsBehaviourProbe({ answerMs: 8000 });
  const startedAt = performance.now();
  const [hello, behaviour] = await Promise.all([
    helloProbe.gather(endpoint, guard, view),
    behaviourProbe.gather(endpoint, guard, view),
    certificateProbe.gather(endpoint, guard, view),
  ]);
  const seconds = (performance.now() - startedAt) / 1000;
  const sealed = {
    hello: seal('tls-hello', endpoint, order.jobId, hello, Date.now()),
    behaviour: seal('tls-behaviour', endpoint, order.jobId, behaviour, Date.now()),
  };
  return {
    seconds,
    connections: hello.connections + behaviour.connections,
    hello: sealed.hello as EvidenceOf<'tls-hello'>,
    behaviour: sealed.behaviour as EvidenceOf<'tls-behaviour'>,
  };
}

import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import { parseEvidence } from '@enkaku/shared/evidence/evidence.ts';
import type { NotSeen } from '@enkaku/shared/evidence/not-seen.ts';
import type { Load } from '@enkaku/shared/model/load.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';
import { newSigningKey, signOrder } from '@enkaku/shared/protocol/signing.ts';
import { type ScannerChild, ScannerFailedError } from './scanner-child.ts';

export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly notSeen: readonly NotSeen[];
  readonly loads: readonly Load[];
}

/** A line of progress for a person who waits. */
export type Tell = (line: string) => void;

const jobsAtOnce = 4;

/** Hands the orders to the scanner, a few at a time, and takes what it sees. @throws ScannerFailedError */
export async function gather(orders: readonly Order[], scanner: ScannerChild, tell: Tell): Promise<Gathered> {
  const key = newSigningKey();
  const waiting = [...orders];
  const running = new Map<string, Order>();
  const gathered = { evidence: [] as Evidence[], notSeen: [] as NotSeen[], loads: [] as Load[] };

  const grantNext = () => {
    const order = waiting.shift();
    if (order === undefined) return;
    running.set(order.jobId, order);
    scanner.send({
      type: 'grant',
      grant: { order: signOrder(order, key.privateKey), gathered: [], ports: null },
    });
  };
  const finished = (jobId: string) => {
    running.delete(jobId);
    grantNext();
    if (running.size === 0) scanner.send({ type: 'end' });
  };

  scanner.send({ type: 'hello', orderKey: key.publicKey, nodeId: 'nod_diagnose' });
  for await (const message of scanner.messages()) {
    switch (message.type) {
      case 'ready':
        for (let slot = 0; slot < jobsAtOnce; slot++) grantNext();
        break;
      case 'evidence': {
        const evidence = parseEvidence(message.evidence);
        gathered.evidence.push(evidence);
        tell(`${nameOf(running.get(message.jobId))}: ${evidence.kind} ${evidence.endpoint.port ?? ''}`);
        break;
      }
      case 'progress':
        break;
      case 'finish':
        gathered.notSeen.push(...message.unprobed);
        gathered.loads.push(message.load);
        tell(`${nameOf(running.get(message.jobId))}: ${message.outcome}`);
        finished(message.jobId);
        break;
      case 'error':
        throw new ScannerFailedError(`${message.code}: ${message.message}`);
    }
  }
  if (running.size > 0) throw new ScannerFailedError('the scanner ended before its work was done');
  return gathered;
}

function nameOf(order: Order | undefined): string {
  if (order === undefined) return '?';
  return order.target.kind === 'host' ? order.target.address : order.target.domain;
}

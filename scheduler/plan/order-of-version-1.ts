import type { EvidenceKind } from '@enkaku/shared/evidence/kinds.ts';
import type { Order } from '@enkaku/shared/protocol/order.ts';

/** What nodes of protocol version 1 can see and have heard of. */
export const kindsOfVersion1: readonly EvidenceKind[] = [
  'ports',
  'tls-hello',
  'certificate',
  'http-response',
  'smtp-dialog',
  'dns-answers',
  'ssh-kexinit',
  'snmp-answer',
  'banner',
];

export type OrderOfVersion1 = Omit<Order, 'optIns' | 'authorities'>;

/** An order in the words of protocol version 1, whose nodes refuse any they do not know. */
export function orderOfVersion1({
  optIns: _optIns,
  authorities: _authorities,
  target,
  kinds,
  ...order
}: Order): OrderOfVersion1 {
  return {
    ...order,
    kinds: kinds.filter((kind) => kindsOfVersion1.includes(kind)),
    target: target.kind === 'domain' ? { kind: 'domain', domain: target.domain } : target,
  };
}

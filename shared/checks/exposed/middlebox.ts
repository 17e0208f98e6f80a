import type { EvidenceOf } from '../../evidence/evidence.ts';
import { answersForAll } from '../../model/middlebox.ts';
import { countAsked, wasAsked } from './was-asked.ts';

/** Whether something on the way answers in the host's place, so that an open port says nothing. */
export function isMiddlebox({ data }: Pick<EvidenceOf<'ports'>, 'data'>): boolean {
  const open = data.ports.filter(({ state, transport }) => state === 'open' && transport === 'tcp');
  return answersForAll(
    open.map(({ port }) => port),
    (port) => wasAsked(data.requested, port),
    countAsked(data.requested),
  );
}

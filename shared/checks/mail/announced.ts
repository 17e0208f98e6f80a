import type { EvidenceOf } from '../../evidence/evidence.ts';

export interface Announced {
  /** As the server wrote it: a host name, an address literal, or no name at all. */
  readonly word: string;
  readonly path: readonly (string | number)[];
}

/** The words with which the greeting and the answers to EHLO begin (RFC 5321 §4.2, §4.1.1.1). */
export function announcedBy({ data }: EvidenceOf<'smtp-dialog'>): readonly Announced[] {
  return (['banner', 'ehlo', 'ehloInTls'] as const).flatMap((which) => {
    const reply = data[which];
    const word = reply.outcome === 'yes' ? reply.value.lines[0]?.split(' ')[0] : undefined;
    return word ? [{ word, path: [which, 'value', 'lines', 0] }] : [];
  });
}

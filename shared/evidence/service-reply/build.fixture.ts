import { unknown, yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';
import type { ServiceProtocol } from './schema.ts';

type Reply = EvidenceData['service-reply']['replies'][number];

/** A reply whose answer was read; change what differs. */
export function replied(
  protocol: ServiceProtocol,
  asked: string,
  facts: Readonly<Record<string, string>>,
  text = 'answer',
): Reply {
  const bytes = Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join(
    '',
  );
  return { protocol, asked, answer: yes({ bytes, text, facts: { ...facts } }) };
}

export function silent(
  protocol: ServiceProtocol,
  asked: string,
  answer: Reply['answer'] = unknown('timeout'),
): Reply {
  return { protocol, asked, answer };
}

export function buildServiceReply(
  replies: readonly Reply[],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'service-reply'> {
  return envelope('service-reply', { port: 6379, ...endpoint }, { replies: [...replies] });
}

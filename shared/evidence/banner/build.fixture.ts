import { yes } from '../../model/observed.ts';
import { envelope } from '../envelope.fixture.ts';
import type { Endpoint, EvidenceOf } from '../evidence.ts';
import type { EvidenceData } from '../kinds.ts';

/** The greeting of a TCP service given as Latin-1 text, or the outcome that took its place. */
export function buildBanner(
  greeting: string | EvidenceData['banner']['greeting'],
  endpoint: Partial<Endpoint> = {},
): EvidenceOf<'banner'> {
  const observed =
    typeof greeting === 'string'
      ? yes({ bytes: hexOf(greeting), text: greeting.replaceAll(/[^\x20-\x7e\r\n\t]/g, '') })
      : greeting;
  return envelope('banner', { port: 23, ...endpoint }, { greeting: observed });
}

function hexOf(latin1: string): string {
  return Array.from(latin1, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

import { type Asked, rcode } from '../questions.ts';
import { answerOf } from '../servers.ts';
import { recordsIn } from '../zone-data.ts';

/** Registries sell below one label, or below two where the country has kinds of organisations. */
const registry = /^(?:[a-z0-9-]+|(?:ac|ad|co|com|ed|edu|go|gov|gr|lg|ne|net|or|org)\.[a-z]{2})$/;

/** The name does not exist, and the zone that says so is a registry's: nobody holds the domain in between. */
export function isUnregistered(each: Asked): boolean {
  const answer = answerOf(each);
  if (answer?.rcode !== rcode.nxDomain) return false;
  const [soa] = recordsIn(each, 'authority', 'SOA');
  return soa !== undefined && registry.test(soa.record.name.toLowerCase());
}

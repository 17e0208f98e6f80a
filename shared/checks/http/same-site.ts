/** Second levels of Japan and others under which names are given out. */
const shared =
  /^(?:(?:ac|ad|co|ed|go|gr|lg|ne|or)\.jp|(?:ac|co|gov|ltd|org|plc)\.uk|(?:com|net|org|edu|gov)\.(?:au|cn|hk|sg|tw))$/;

/**
 * Whether two names belong to one site for certain, or may: what stands before a suffix that is not known here is
 * taken for part of it, so that nobody is taken for a stranger by mistake.
 */
export function maybeSameSite(a: string, b: string): boolean {
  return siteOf(a) === siteOf(b);
}

function siteOf(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  const lastTwo = labels.slice(-2).join('.');
  return shared.test(lastTwo) ? labels.slice(-3).join('.') : lastTwo;
}

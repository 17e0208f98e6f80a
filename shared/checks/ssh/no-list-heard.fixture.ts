import type { EvidenceOf } from '../../evidence/evidence.ts';
import { buildSsh } from '../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';

const banner = yes('SSH-2.0-OpenSSH_9.8');

/** A condition, the evidence for it, and what the check has to answer. */
export type SshCase = [condition: string, evidence: EvidenceOf<'ssh-kexinit'>, outcome: string];

/** What every check of the lists answers where no list was heard. */
export const noListHeard: readonly SshCase[] = [
  ['version 1 only, so no list', buildSsh(yes('SSH-1.5-x'), no), 'not-applicable'],
  ['nothing that is SSH', buildSsh(no, no), 'not-applicable'],
  ['a list that did not come in time', buildSsh(banner, unknown('timeout')), 'undetermined: timeout'],
  ['a connection reset before the list', buildSsh(banner, unknown('reset')), 'undetermined: reset'],
  ['a list that cannot be read', buildSsh(banner, unknown('garbled')), 'undetermined: garbled'],
];

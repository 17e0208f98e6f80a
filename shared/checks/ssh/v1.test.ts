import { expect, test } from 'vitest';
import { buildSsh } from '../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { version1 } from './v1.ts';

const unseen = unknown('timeout');

test.each([
  ['SSH-1.5', buildSsh(yes('SSH-1.5-Cisco-1.25'), no), 'high verified'],
  ['SSH-1.99, both versions', buildSsh(yes('SSH-1.99-OpenSSH_3.9'), unseen), 'high verified'],
  ['SSH-2.0, though the list stayed away', buildSsh(yes('SSH-2.0-OpenSSH_9.8'), unseen), 'safe'],
  ['SSH-2.0 of a product called 1.5', buildSsh(yes('SSH-2.0-SSH-1.5'), unseen), 'safe'],
  ['closed port', buildSsh(no, no), 'not-applicable'],
  ['silence', buildSsh(unseen, unseen), 'undetermined: timeout'],
  ['no SSH', buildSsh(unknown('garbled'), unknown('garbled')), 'undetermined: garbled'],
])('%s → its verdict', (_, evidence, outcome) => {
  expect(outcomeOf(version1, evidence)).toBe(outcome);
});

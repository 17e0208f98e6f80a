import { unknown } from '../../model/observed.ts';
import type { Json } from '../foreign.ts';

/** Version 1 had two sessions: nothing was smuggled past STARTTLS, and no second look taken without TLS. */
export const smtpDialogUpgrades = [
  (data: Json): Json => ({
    injection: unknown('not-attempted'),
    plainBanner: unknown('not-attempted'),
    ...data,
  }),
];

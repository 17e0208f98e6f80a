import { tlsaInvalid } from './tlsa/invalid.ts';
import { tlsaMismatch } from './tlsa/mismatch.ts';
import { tlsaMissing } from './tlsa/missing.ts';
import { tlsaRollover } from './tlsa/rollover.ts';

export const daneChecks = {
  'dane.tlsa.missing': tlsaMissing,
  'dane.tlsa.invalid': tlsaInvalid,
  'dane.tlsa.mismatch': tlsaMismatch,
  'dane.tlsa.rollover': tlsaRollover,
};

import { middlebox } from './middlebox.ts';

export const metaChecks = { 'meta.middlebox': middlebox };

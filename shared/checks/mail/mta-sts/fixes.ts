import type { Advice } from '../../fixes.ts';
import { fixList } from '../../fixes.ts';

/** What the server of the policy should answer. */
export const policyFixes = (advice: Advice) =>
  fixList('curl -sSi https://{name}/.well-known/mta-sts.txt', {
    snippet: 'version: STSv1\nmode: enforce\nmx: MAIL_SERVER\nmax_age: 604800',
    ...advice,
  });

import { anonymousLdap } from './anonymous.ts';
import { ldapRootdse } from './rootdse.ts';
export const ldapChecks = {
  'ldap.anonymous': anonymousLdap,
  'ldap.rootdse': ldapRootdse,
};

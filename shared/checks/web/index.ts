import { danglingCname } from './dns/dangling-cname.ts';

export const webChecks = {
  'web.dns.dangling-cname': danglingCname,
};

import { danglingCname } from './dns/dangling-cname.ts';
import { ipv4Ipv6Same } from './ipv4-ipv6-same.ts';
import { ipv6Missing } from './ipv6/missing.ts';
import { ipv6Unreachable } from './ipv6/unreachable.ts';

export const webChecks = {
  'web.dns.dangling-cname': danglingCname,
  'web.ipv6.missing': ipv6Missing,
  'web.ipv6.unreachable': ipv6Unreachable,
  'web.ipv4-ipv6-same': ipv4Ipv6Same,
};

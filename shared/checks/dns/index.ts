import { axfr } from './axfr.ts';
import { caaMissing } from './caa/missing.ts';
import { unsigned } from './dnssec/unsigned.ts';
import { amplification } from './resolver/amplification.ts';
import { openResolver } from './resolver/open.ts';
import { versionBind } from './version-bind.ts';

export const dnsChecks = {
  'dns.resolver.open': openResolver,
  'dns.resolver.amplification': amplification,
  'dns.axfr': axfr,
  'dns.version-bind': versionBind,
  'dns.caa.missing': caaMissing,
  'dns.dnssec.unsigned': unsigned,
};

import { anonymousIpmi } from './anon.ts';
import { ipmiCipherZero } from './cipher-zero.ts';
import { ipmiExposed } from './exposed.ts';
import { ipmiRakpHash } from './rakp-hash.ts';
export const ipmiChecks = {
  'ipmi.anon': anonymousIpmi,
  'ipmi.cipher-zero': ipmiCipherZero,
  'ipmi.exposed': ipmiExposed,
  'ipmi.rakp-hash': ipmiRakpHash,
};

import { rdpExposed } from './exposed.ts';
import { rdpNlaOff } from './nla-off.ts';
import { rdpStdRdpSecurity } from './std-rdp-security.ts';

export const rdpChecks = {
  'rdp.exposed': rdpExposed,
  'rdp.nla-off': rdpNlaOff,
  'rdp.std-rdp-security': rdpStdRdpSecurity,
};

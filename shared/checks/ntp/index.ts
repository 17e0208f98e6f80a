import { ntpAmplification } from './amplification.ts';
import { ntpMode6Readvar } from './mode6-readvar.ts';
import { ntpMonlist } from './monlist.ts';
export const ntpChecks = {
  'ntp.amplification': ntpAmplification,
  'ntp.mode6-readvar': ntpMode6Readvar,
  'ntp.monlist': ntpMonlist,
};

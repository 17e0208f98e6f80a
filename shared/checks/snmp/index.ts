import { publicV1 } from './public-v1.ts';
import { publicV2c } from './public-v2c.ts';

export const snmpChecks = {
  'snmp.public-v1': publicV1,
  'snmp.public-v2c': publicV2c,
};

import { publicV1 } from './public-v1.ts';
import { publicV2c } from './public-v2c.ts';
import { snmpV3EngineDisclosure } from './v3-engine-disclosure.ts';

export const snmpChecks = {
  'snmp.public-v1': publicV1,
  'snmp.public-v2c': publicV2c,
  'snmp.v3-engine-disclosure': snmpV3EngineDisclosure,
};

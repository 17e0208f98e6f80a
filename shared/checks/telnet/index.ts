import { telnetExposed } from './exposed.ts';
import { telnetNoEncryption } from './no-encryption.ts';
import { telnetVendorBanner } from './vendor-banner.ts';

export const telnetChecks = {
  'telnet.exposed': telnetExposed,
  'telnet.no-encryption': telnetNoEncryption,
  'telnet.vendor-banner': telnetVendorBanner,
};

import { telnetExposed } from './exposed.ts';
import { telnetNoEncryption } from './no-encryption.ts';

export const telnetChecks = { 'telnet.exposed': telnetExposed, 'telnet.no-encryption': telnetNoEncryption };

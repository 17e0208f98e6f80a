import { telnetExposed } from './exposed.ts';

export const telnetChecks = { 'telnet.exposed': telnetExposed };

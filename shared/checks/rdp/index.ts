import { rdpExposed } from './exposed.ts';

export const rdpChecks = { 'rdp.exposed': rdpExposed };

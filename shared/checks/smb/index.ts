import { smbExposed } from './exposed.ts';

export const smbChecks = { 'smb.exposed': smbExposed };

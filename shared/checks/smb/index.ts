import { smbExposed } from './exposed.ts';
import { smbMs17010 } from './ms17-010.ts';
import { signingNotRequired } from './signing-not-required.ts';
import { smbVersion1 } from './v1.ts';

export const smbChecks = {
  'smb.exposed': smbExposed,
  'smb.ms17-010': smbMs17010,
  'smb.signing-not-required': signingNotRequired,
  'smb.v1': smbVersion1,
};

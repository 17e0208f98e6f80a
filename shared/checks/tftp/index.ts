import { openTftp } from './open.ts';
export const tftpChecks = {
  'tftp.open': openTftp,
};

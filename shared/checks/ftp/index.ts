import { anonymousFtp } from './anon.ts';
import { ftpExposedNoTls } from './exposed-no-tls.ts';
import { ftpVersion } from './version.ts';
export const ftpChecks = {
  'ftp.anon': anonymousFtp,
  'ftp.exposed-no-tls': ftpExposedNoTls,
  'ftp.version': ftpVersion,
};

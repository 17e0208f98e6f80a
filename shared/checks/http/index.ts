import { actuator } from './actuator.ts';
import { adminUiChecks } from './admin-ui/index.ts';
import { aspNet } from './aspnet.ts';
import { basicCleartext } from './auth/basic-cleartext.ts';
import { loginFormHttp } from './auth/login-form-http.ts';
import { backupExposed } from './backup.ts';
import { cmsVersion } from './cms-version.ts';
import { configLeak } from './config-leak.ts';
import { cookieHttpOnly } from './cookie/httponly.ts';
import { cookieSecure } from './cookie/secure.ts';
import { cspMissing } from './csp/missing.ts';
import { debugPage } from './debug.ts';
import { defaultPage } from './default-page.ts';
import { dirListing } from './dirlisting.ts';
import { dsStore } from './ds-store.ts';
import { envExposed } from './env.ts';
import { gitExposed } from './git-exposed.ts';
import { hgExposed } from './hg.ts';
import { hstsMissing } from './hsts/missing.ts';
import { hstsShort } from './hsts/short.ts';
import { httpsMissing } from './https/missing.ts';
import { jsLibraryVuln } from './js-library-vuln.ts';
import { metrics } from './metrics.ts';
import { phpinfo } from './phpinfo.ts';
import { redirectMissing } from './redirect/missing.ts';
import { referrerPolicyUnsafe } from './referrer-policy/unsafe.ts';
import { securityTxtMissing } from './securitytxt/missing.ts';
import { serverStatus } from './server-status.ts';
import { serverVersion } from './server-version.ts';
import { sqlDump } from './sql-dump.ts';
import { svnExposed } from './svn.ts';
import { xPoweredBy } from './x-powered-by.ts';
import { xctoMissing } from './xcto/missing.ts';
import { xfoMissing } from './xfo/missing.ts';

export const httpChecks = {
  'http.https.missing': httpsMissing,
  'http.redirect.missing': redirectMissing,
  'http.hsts.missing': hstsMissing,
  'http.hsts.short': hstsShort,
  'http.csp.missing': cspMissing,
  'http.xfo.missing': xfoMissing,
  'http.xcto.missing': xctoMissing,
  'http.referrer-policy.unsafe': referrerPolicyUnsafe,
  'http.cookie.secure': cookieSecure,
  'http.cookie.httponly': cookieHttpOnly,
  'http.server-version': serverVersion,
  'http.x-powered-by': xPoweredBy,
  'http.aspnet': aspNet,
  'http.git-exposed': gitExposed,
  'http.env': envExposed,
  'http.dirlisting': dirListing,
  'http.server-status': serverStatus,
  'http.phpinfo': phpinfo,
  'http.svn': svnExposed,
  'http.hg': hgExposed,
  'http.ds-store': dsStore,
  'http.backup': backupExposed,
  'http.sql-dump': sqlDump,
  'http.config-leak': configLeak,
  'http.actuator': actuator,
  'http.metrics': metrics,
  'http.debug': debugPage,
  ...adminUiChecks,
  'http.js-library-vuln': jsLibraryVuln,
  'http.cms-version': cmsVersion,
  'http.default-page': defaultPage,
  'http.securitytxt.missing': securityTxtMissing,
  'http.auth.basic-cleartext': basicCleartext,
  'http.auth.login-form-http': loginFormHttp,
};

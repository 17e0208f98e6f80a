import { actuator } from './actuator.ts';
import { adminUiChecks } from './admin-ui/index.ts';
import { aspNet } from './aspnet.ts';
import { basicCleartext } from './auth/basic-cleartext.ts';
import { loginFormHttp } from './auth/login-form-http.ts';
import { backupExposed } from './backup.ts';
import { bannerPrivateIp } from './banner/private-ip.ts';
import { clockSkew } from './clock-skew.ts';
import { cmsVersion } from './cms-version.ts';
import { coepMissing } from './coep-missing.ts';
import { configLeak } from './config-leak.ts';
import { cookieBigIpLeak } from './cookie/bigip-leak.ts';
import { cookieHttpOnly } from './cookie/httponly.ts';
import { cookiePrefix } from './cookie/prefix.ts';
import { cookieSameSite } from './cookie/samesite.ts';
import { cookieScope } from './cookie/scope.ts';
import { cookieSecure } from './cookie/secure.ts';
import { coopMissing } from './coop-missing.ts';
import { corpMissing } from './corp-missing.ts';
import { corsReflectCredentials } from './cors/reflect-credentials.ts';
import { cspHttpScheme } from './csp/http-scheme.ts';
import { cspInvalid } from './csp/invalid.ts';
import { cspMissing } from './csp/missing.ts';
import { cspNoObjectBase } from './csp/no-object-base.ts';
import { cspUnsafeEval } from './csp/unsafe-eval.ts';
import { cspUnsafeInline } from './csp/unsafe-inline.ts';
import { cspWildcard } from './csp/wildcard.ts';
import { debugPage } from './debug.ts';
import { defaultPage } from './default-page.ts';
import { dirListing } from './dirlisting.ts';
import { dsStore } from './ds-store.ts';
import { envExposed } from './env.ts';
import { gitExposed } from './git-exposed.ts';
import { hgExposed } from './hg.ts';
import { hostHeaderRedirect } from './host-header-redirect.ts';
import { hstsMissing } from './hsts/missing.ts';
import { hstsNoSubdomains } from './hsts/no-subdomains.ts';
import { hstsOnHttp } from './hsts/on-http.ts';
import { hstsPreloadInconsistent } from './hsts/preload-inconsistent.ts';
import { hstsShort } from './hsts/short.ts';
import { httpsMissing } from './https/missing.ts';
import { jsLibraryVuln } from './js-library-vuln.ts';
import { methodPutDeleteDav } from './method/put-delete-dav.ts';
import { methodTrace } from './method/trace.ts';
import { metrics } from './metrics.ts';
import { mixedContent } from './mixed-content.ts';
import { ntlmInfo } from './ntlm-info.ts';
import { openRedirect } from './open-redirect.ts';
import { permissionsPolicyMissing } from './permissions-policy/missing.ts';
import { phpinfo } from './phpinfo.ts';
import { redirectMissing } from './redirect/missing.ts';
import { redirectOffHostFirst } from './redirect/off-host-first.ts';
import { referrerPolicyUnsafe } from './referrer-policy/unsafe.ts';
import { robotsSensitive } from './robots-sensitive.ts';
import { securityTxtExpired } from './securitytxt/expired.ts';
import { securityTxtMissing } from './securitytxt/missing.ts';
import { securityTxtUnsigned } from './securitytxt/unsigned.ts';
import { serverStatus } from './server-status.ts';
import { serverVersion } from './server-version.ts';
import { sqlDump } from './sql-dump.ts';
import { sriMissing } from './sri/missing.ts';
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
  'http.redirect.off-host-first': redirectOffHostFirst,
  'http.hsts.no-subdomains': hstsNoSubdomains,
  'http.hsts.on-http': hstsOnHttp,
  'http.hsts.preload-inconsistent': hstsPreloadInconsistent,
  'http.csp.unsafe-inline': cspUnsafeInline,
  'http.csp.unsafe-eval': cspUnsafeEval,
  'http.csp.wildcard': cspWildcard,
  'http.csp.http-scheme': cspHttpScheme,
  'http.csp.no-object-base': cspNoObjectBase,
  'http.csp.invalid': cspInvalid,
  'http.permissions-policy.missing': permissionsPolicyMissing,
  'http.coop-missing': coopMissing,
  'http.coep-missing': coepMissing,
  'http.corp-missing': corpMissing,
  'http.cookie.samesite': cookieSameSite,
  'http.cookie.prefix': cookiePrefix,
  'http.cookie.scope': cookieScope,
  'http.cookie.bigip-leak': cookieBigIpLeak,
  'http.cors.reflect-credentials': corsReflectCredentials,
  'http.sri.missing': sriMissing,
  'http.mixed-content': mixedContent,
  'http.method.trace': methodTrace,
  'http.method.put-delete-dav': methodPutDeleteDav,
  'http.ntlm-info': ntlmInfo,
  'http.host-header-redirect': hostHeaderRedirect,
  'http.open-redirect': openRedirect,
  'http.securitytxt.expired': securityTxtExpired,
  'http.securitytxt.unsigned': securityTxtUnsigned,
  'http.robots-sensitive': robotsSensitive,
  'http.banner.private-ip': bannerPrivateIp,
  'http.clock-skew': clockSkew,
};

import { authCleartext } from './auth/cleartext.ts';
import { bannerVersion } from './banner-version.ts';
import { bimiSyntax } from './bimi/syntax.ts';
import { certNameMismatch } from './cert-name-mismatch.ts';
import { dkimDomainSupport } from './dkim/domain-support.ts';
import { dkimKeyShort } from './dkim/key-short.ts';
import { dkimRevoked } from './dkim/revoked.ts';
import { dkimSha1 } from './dkim/sha1.ts';
import { dkimTestMode } from './dkim/test-mode.ts';
import { dmarcMissing } from './dmarc/missing.ts';
import { dmarcMultiple } from './dmarc/multiple.ts';
import { dmarcPolicyNone } from './dmarc/p-none.ts';
import { dmarcPctBelow100 } from './dmarc/pct-below-100.ts';
import { dmarcRuaUnauthorised } from './dmarc/rua-unauthorised.ts';
import { dmarcSpWeaker } from './dmarc/sp-weaker.ts';
import { dmarcSyntax } from './dmarc/syntax.ts';
import { dnssecMx } from './dnssec-mx.ts';
import { fcrdns } from './fcrdns.ts';
import { heloPrivate } from './helo-private.ts';
import { hostnameMismatch } from './hostname-mismatch.ts';
import { imapCleartextPort } from './imap-cleartext-port.ts';
import { middleboxFixup } from './middlebox_fixup.ts';
import { mtaStsCert } from './mta-sts/cert.ts';
import { mtaStsInvalid } from './mta-sts/invalid.ts';
import { mtaStsMissing } from './mta-sts/missing.ts';
import { mtaStsMode } from './mta-sts/mode.ts';
import { mtaStsMxMismatch } from './mta-sts/mx-mismatch.ts';
import { mxCname } from './mx/cname.ts';
import { mxIpLiteral } from './mx/ip-literal.ts';
import { mxMissing } from './mx/missing.ts';
import { mxNullMx } from './mx/null-mx.ts';
import { mxPrivate } from './mx/private.ts';
import { mxUnresolvable } from './mx/unresolvable.ts';
import { openRelay } from './open-relay.ts';
import { popCleartextPort } from './pop-cleartext-port.ts';
import { ptrMissing } from './ptr-missing.ts';
import { rblListed } from './rbl-listed.ts';
import { spfBroadRange } from './spf/broad-range.ts';
import { spfLookupsOver10 } from './spf/lookups-over-10.ts';
import { spfMissing } from './spf/missing.ts';
import { spfMultiple } from './spf/multiple.ts';
import { spfNeutral } from './spf/neutral.ts';
import { spfPermerror } from './spf/permerror.ts';
import { spfPlusAll } from './spf/plus-all.ts';
import { spfPtr } from './spf/ptr.ts';
import { spfSyntax } from './spf/syntax.ts';
import { spfVoidOver2 } from './spf/void-over-2.ts';
import { starttlsBroken } from './starttls/broken.ts';
import { starttlsInjection } from './starttls/injection.ts';
import { starttlsInjectionMailbox } from './starttls/injection-mailbox.ts';
import { starttlsMissing } from './starttls/missing.ts';
import { submissionNoTls } from './submission/no-tls.ts';
import { tlsRptMissing } from './tlsrpt/missing.ts';
import { vrfyExpn } from './vrfy-expn.ts';
import { webmailExposed } from './webmail-exposed.ts';

export const mailChecks = {
  'mail.auth.cleartext': authCleartext,
  'mail.banner-version': bannerVersion,
  'mail.bimi.syntax': bimiSyntax,
  'mail.cert-name-mismatch': certNameMismatch,
  'mail.dkim.domain-support': dkimDomainSupport,
  'mail.dkim.key-short': dkimKeyShort,
  'mail.dkim.revoked': dkimRevoked,
  'mail.dkim.sha1': dkimSha1,
  'mail.dkim.test-mode': dkimTestMode,
  'mail.dmarc.missing': dmarcMissing,
  'mail.dmarc.multiple': dmarcMultiple,
  'mail.dmarc.p-none': dmarcPolicyNone,
  'mail.dmarc.pct-below-100': dmarcPctBelow100,
  'mail.dmarc.rua-unauthorised': dmarcRuaUnauthorised,
  'mail.dmarc.sp-weaker': dmarcSpWeaker,
  'mail.dmarc.syntax': dmarcSyntax,
  'mail.dnssec-mx': dnssecMx,
  'mail.imap-cleartext-port': imapCleartextPort,
  'mail.mta-sts.cert': mtaStsCert,
  'mail.mta-sts.invalid': mtaStsInvalid,
  'mail.fcrdns': fcrdns,
  'mail.helo-private': heloPrivate,
  'mail.hostname-mismatch': hostnameMismatch,
  'mail.middlebox_fixup': middleboxFixup,
  'mail.mta-sts.missing': mtaStsMissing,
  'mail.mta-sts.mode': mtaStsMode,
  'mail.mta-sts.mx-mismatch': mtaStsMxMismatch,
  'mail.mx.cname': mxCname,
  'mail.mx.ip-literal': mxIpLiteral,
  'mail.mx.missing': mxMissing,
  'mail.mx.null-mx': mxNullMx,
  'mail.mx.private': mxPrivate,
  'mail.mx.unresolvable': mxUnresolvable,
  'mail.open-relay': openRelay,
  'mail.pop-cleartext-port': popCleartextPort,
  'mail.ptr-missing': ptrMissing,
  'mail.rbl-listed': rblListed,
  'mail.spf.broad-range': spfBroadRange,
  'mail.spf.lookups-over-10': spfLookupsOver10,
  'mail.spf.missing': spfMissing,
  'mail.spf.multiple': spfMultiple,
  'mail.spf.neutral': spfNeutral,
  'mail.spf.permerror': spfPermerror,
  'mail.spf.plus-all': spfPlusAll,
  'mail.spf.ptr': spfPtr,
  'mail.spf.syntax': spfSyntax,
  'mail.spf.void-over-2': spfVoidOver2,
  'mail.starttls.injection-mailbox': starttlsInjectionMailbox,
  'mail.starttls.broken': starttlsBroken,
  'mail.starttls.injection': starttlsInjection,
  'mail.starttls.missing': starttlsMissing,
  'mail.submission.no-tls': submissionNoTls,
  'mail.tlsrpt.missing': tlsRptMissing,
  'mail.vrfy-expn': vrfyExpn,
  'mail.webmail-exposed': webmailExposed,
};

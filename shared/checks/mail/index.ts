import { authCleartext } from './auth/cleartext.ts';
import { bannerVersion } from './banner-version.ts';
import { certNameMismatch } from './cert-name-mismatch.ts';
import { dmarcMissing } from './dmarc/missing.ts';
import { dmarcPolicyNone } from './dmarc/p-none.ts';
import { mtaStsMissing } from './mta-sts/missing.ts';
import { mxMissing } from './mx/missing.ts';
import { openRelay } from './open-relay.ts';
import { spfMissing } from './spf/missing.ts';
import { spfMultiple } from './spf/multiple.ts';
import { spfPlusAll } from './spf/plus-all.ts';
import { starttlsMissing } from './starttls/missing.ts';
import { tlsRptMissing } from './tlsrpt/missing.ts';
import { vrfyExpn } from './vrfy-expn.ts';

export const mailChecks = {
  'mail.starttls.missing': starttlsMissing,
  'mail.auth.cleartext': authCleartext,
  'mail.open-relay': openRelay,
  'mail.vrfy-expn': vrfyExpn,
  'mail.banner-version': bannerVersion,
  'mail.cert-name-mismatch': certNameMismatch,
  'mail.mx.missing': mxMissing,
  'mail.spf.missing': spfMissing,
  'mail.spf.multiple': spfMultiple,
  'mail.spf.plus-all': spfPlusAll,
  'mail.dmarc.missing': dmarcMissing,
  'mail.dmarc.p-none': dmarcPolicyNone,
  'mail.tlsrpt.missing': tlsRptMissing,
  'mail.mta-sts.missing': mtaStsMissing,
};

import { basicConstraintsCa } from './basic-constraints.ts';
import { chainIncomplete } from './chain-incomplete.ts';
import { chainOrder } from './chain-order.ts';
import { debianWeak } from './debian-weak.ts';
import { duplicateCertificate } from './duplicate.ts';
import { extendedKeyUsageWrong } from './eku.ts';
import { expired } from './expired.ts';
import { expiresSoon } from './expires-soon.ts';
import { extraRoot } from './extra-root.ts';
import { inconsistentHosts } from './inconsistent-hosts.ts';
import { internalNames } from './internal-names.ts';
import { knownPrivateKey } from './known-private-key.ts';
import { keyUsageWrong } from './ku.ts';
import { lifetimeLong } from './lifetime-long.ts';
import { mustStapleViolated } from './must-staple-violated.ts';
import { nameMismatch } from './name-mismatch.ts';
import { noSan } from './no-san.ts';
import { notYetValid } from './not-yet-valid.ts';
import { ocspStapleMissing } from './ocsp-staple-missing.ts';
import { privateIpSan } from './private-ip-san.ts';
import { revoked } from './revoked.ts';
import { roca } from './roca.ts';
import { rsaExponentSmall } from './rsa-e-small.ts';
import { sctMissing } from './sct-missing.ts';
import { selfSigned } from './self-signed.ts';
import { serialShort } from './serial-short.ts';
import { sharedKeyFactorable } from './shared-key-factorable.ts';
import { brokenSignature } from './sig-md5-sha1.ts';
import { untrustedRoot } from './untrusted-root.ts';
import { version1 } from './v1.ts';
import { weakKey } from './weak-key.ts';
import { wildcardScope } from './wildcard-scope.ts';

export const certChecks = {
  'cert.basic-constraints': basicConstraintsCa,
  'cert.chain-incomplete': chainIncomplete,
  'cert.chain-order': chainOrder,
  'cert.debian-weak': debianWeak,
  'cert.duplicate': duplicateCertificate,
  'cert.eku': extendedKeyUsageWrong,
  'cert.expired': expired,
  'cert.expires-soon': expiresSoon,
  'cert.extra-root': extraRoot,
  'cert.inconsistent-hosts': inconsistentHosts,
  'cert.internal-names': internalNames,
  'cert.known-private-key': knownPrivateKey,
  'cert.ku': keyUsageWrong,
  'cert.lifetime-long': lifetimeLong,
  'cert.must-staple-violated': mustStapleViolated,
  'cert.name-mismatch': nameMismatch,
  'cert.no-san': noSan,
  'cert.not-yet-valid': notYetValid,
  'cert.ocsp-staple-missing': ocspStapleMissing,
  'cert.private-ip-san': privateIpSan,
  'cert.revoked': revoked,
  'cert.roca': roca,
  'cert.rsa-e-small': rsaExponentSmall,
  'cert.sct-missing': sctMissing,
  'cert.self-signed': selfSigned,
  'cert.serial-short': serialShort,
  'cert.shared-key-factorable': sharedKeyFactorable,
  'cert.sig-md5-sha1': brokenSignature,
  'cert.untrusted-root': untrustedRoot,
  'cert.v1': version1,
  'cert.weak-key': weakKey,
  'cert.wildcard-scope': wildcardScope,
};

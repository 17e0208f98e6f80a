import { chainIncomplete } from './chain-incomplete.ts';
import { expired } from './expired.ts';
import { expiresSoon } from './expires-soon.ts';
import { nameMismatch } from './name-mismatch.ts';
import { noSan } from './no-san.ts';
import { notYetValid } from './not-yet-valid.ts';
import { selfSigned } from './self-signed.ts';
import { brokenSignature } from './sig-md5-sha1.ts';
import { untrustedRoot } from './untrusted-root.ts';
import { weakKey } from './weak-key.ts';

export const certChecks = {
  'cert.expired': expired,
  'cert.not-yet-valid': notYetValid,
  'cert.expires-soon': expiresSoon,
  'cert.name-mismatch': nameMismatch,
  'cert.no-san': noSan,
  'cert.self-signed': selfSigned,
  'cert.untrusted-root': untrustedRoot,
  'cert.chain-incomplete': chainIncomplete,
  'cert.weak-key': weakKey,
  'cert.sig-md5-sha1': brokenSignature,
};

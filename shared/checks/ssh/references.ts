/** Key Exchange Method Updates and Recommendations for SSH. */
export const rfc9142 = 'https://www.rfc-editor.org/rfc/rfc9142';
/** Deprecating RC4 in SSH. */
export const rfc8758 = 'https://www.rfc-editor.org/rfc/rfc8758';
/** Use of RSA Keys with SHA-256 and SHA-512 in SSH. */
export const rfc8332 = 'https://www.rfc-editor.org/rfc/rfc8332';
export const rfc4253 = 'https://www.rfc-editor.org/rfc/rfc4253';
export const opensshLegacy = 'https://www.openssh.com/legacy.html';
export const opensshManual = 'https://man.openbsd.org/sshd_config';
/** NIST SP 800-131A Rev. 2: Transitioning the Use of Cryptographic Algorithms and Key Lengths. */
export const nist131a = 'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final';

/** Recommendations for Secure Use of TLS (BCP 195). */
export const rfc9325 = 'https://www.rfc-editor.org/rfc/rfc9325';
/** IPA・CRYPTREC「TLS 暗号設定ガイドライン」 */
export const ipaTlsGuideline = 'https://www.ipa.go.jp/security/crypto/guideline/ssl_crypt_config.html';

/** Preventing Use of Recursive Nameservers in Reflector Attacks (BCP 140). */
export const rfc5358 = 'https://www.rfc-editor.org/rfc/rfc5358';
/** DNS Zone Transfer Protocol (AXFR). */
export const rfc5936 = 'https://www.rfc-editor.org/rfc/rfc5936';
/** Providing Minimal-Sized Responses to DNS Queries That Have QTYPE=ANY. */
export const rfc8482 = 'https://www.rfc-editor.org/rfc/rfc8482';
/** DNS Certification Authority Authorization. */
export const rfc8659 = 'https://www.rfc-editor.org/rfc/rfc8659';
/** DNS Security Extensions (BCP 237). */
export const rfc9364 = 'https://www.rfc-editor.org/rfc/rfc9364';
/** Requirements for a Mechanism Identifying a Name Server Instance. */
export const rfc4892 = 'https://www.rfc-editor.org/rfc/rfc4892';
export const bindReference = 'https://bind9.readthedocs.io/en/stable/reference.html';
/** JPRS「DNS サーバーの不適切な設定『オープンリゾルバー』について」 */
export const jprsOpenResolver = 'https://jprs.jp/important/2013/130418.html';
/** JPCERT/CC「DNS の再帰的な問い合わせを使った DDoS 攻撃に関する注意喚起」 */
export const jpcertOpenResolver = 'https://www.jpcert.or.jp/at/2013/at130022.html';
/** JPCERT/CC「DNS ゾーン転送の設定不備による情報流出の危険性に関する注意喚起」 */
export const jpcertTransfer = 'https://www.jpcert.or.jp/at/2016/at160002.html';

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
/** Domain Names: Concepts and Facilities. */
export const rfc1034 = 'https://www.rfc-editor.org/rfc/rfc1034';
/** Domain Names: Implementation and Specification. */
export const rfc1035 = 'https://www.rfc-editor.org/rfc/rfc1035';
/** Requirements for Internet Hosts: Application and Support. */
export const rfc1123 = 'https://www.rfc-editor.org/rfc/rfc1123';
/** Common DNS Operational and Configuration Errors. */
export const rfc1912 = 'https://www.rfc-editor.org/rfc/rfc1912';
/** Address Allocation for Private Internets (BCP 5). */
export const rfc1918 = 'https://www.rfc-editor.org/rfc/rfc1918';
/** Clarifications to the DNS Specification. */
export const rfc2181 = 'https://www.rfc-editor.org/rfc/rfc2181';
/** Selection and Operation of Secondary DNS Servers (BCP 16). */
export const rfc2182 = 'https://www.rfc-editor.org/rfc/rfc2182';
/** Negative Caching of DNS Queries. */
export const rfc2308 = 'https://www.rfc-editor.org/rfc/rfc2308';
/** Resource Records for the DNS Security Extensions. */
export const rfc4034 = 'https://www.rfc-editor.org/rfc/rfc4034';
/** Protocol Modifications for the DNS Security Extensions. */
export const rfc4035 = 'https://www.rfc-editor.org/rfc/rfc4035';
/** Common Misbehavior Against DNS Queries for IPv6 Addresses. */
export const rfc4074 = 'https://www.rfc-editor.org/rfc/rfc4074';
/** Link-Local Multicast Name Resolution. */
export const rfc4795 = 'https://www.rfc-editor.org/rfc/rfc4795';
/** DNS Name Server Identifier (NSID) Option. */
export const rfc5001 = 'https://www.rfc-editor.org/rfc/rfc5001';
/** DNSSEC Hashed Authenticated Denial of Existence. */
export const rfc5155 = 'https://www.rfc-editor.org/rfc/rfc5155';
/** Measures for Making DNS More Resilient against Forged Answers. */
export const rfc5452 = 'https://www.rfc-editor.org/rfc/rfc5452';
/** Multicast DNS. */
export const rfc6762 = 'https://www.rfc-editor.org/rfc/rfc6762';
/** DNSSEC Operational Practices. */
export const rfc6781 = 'https://www.rfc-editor.org/rfc/rfc6781';
/** Extension Mechanisms for DNS (EDNS(0)). */
export const rfc6891 = 'https://www.rfc-editor.org/rfc/rfc6891';
/** DNS Transport over TCP. */
export const rfc7766 = 'https://www.rfc-editor.org/rfc/rfc7766';
/** DNS over Transport Layer Security. */
export const rfc7858 = 'https://www.rfc-editor.org/rfc/rfc7858';
/** Managing DS Records from the Parent via CDS/CDNSKEY. */
export const rfc8078 = 'https://www.rfc-editor.org/rfc/rfc8078';
/** Algorithm Implementation Requirements and Usage Guidance for DNSSEC. */
export const rfc8624 = 'https://www.rfc-editor.org/rfc/rfc8624';
/** Guidance for NSEC3 Parameter Settings (BCP 236). */
export const rfc9276 = 'https://www.rfc-editor.org/rfc/rfc9276';
/** Deprecating the Use of SHA-1 in DNSSEC Signature Algorithms. */
export const rfc9905 = 'https://www.rfc-editor.org/rfc/rfc9905';
/** JPRS「lame delegation」の解説 */
export const jprsLame = 'https://jprs.jp/glossary/index.php?ID=0123';

import { query0x20 } from './0x20.ts';
import { aaaaBehaviour } from './aaaa-behaviour.ts';
import { anyAmplify } from './any-amplify.ts';
import { axfr } from './axfr.ts';
import { caaMismatch } from './caa/mismatch.ts';
import { caaMissing } from './caa/missing.ts';
import { caaSyntax } from './caa/syntax.ts';
import { danglingNs } from './dangling-ns.ts';
import { dnssecAlgDeprecated } from './dnssec/alg-deprecated.ts';
import { dnssecBogus } from './dnssec/bogus.ts';
import { dnssecCdsInvalid } from './dnssec/cds-invalid.ts';
import { dnssecDsDigestSha1 } from './dnssec/ds-digest-sha1.ts';
import { dnssecDsUnsigned } from './dnssec/ds-unsigned.ts';
import { dnssecNsecWalkable } from './dnssec/nsec-walkable.ts';
import { dnssecNsec3Iterations } from './dnssec/nsec3-iterations.ts';
import { dnssecNsec3Optout } from './dnssec/nsec3-optout.ts';
import { dnssecNsec3Salt } from './dnssec/nsec3-salt.ts';
import { dnssecRrsigLifetimeLong } from './dnssec/rrsig-lifetime-long.ts';
import { dnssecRrsigLifetimeShort } from './dnssec/rrsig-lifetime-short.ts';
import { dnssecRsaBelow2048 } from './dnssec/rsa-below-2048.ts';
import { dnssecRsaESmall } from './dnssec/rsa-e-small.ts';
import { unsigned } from './dnssec/unsigned.ts';
import { dotDohExposed } from './dot-doh-exposed.ts';
import { ednsFlags } from './edns/flags.ts';
import { ednsOption } from './edns/option.ts';
import { ednsTruncation } from './edns/truncation.ts';
import { ednsUnsupported } from './edns/unsupported.ts';
import { ednsVersion } from './edns/version.ts';
import { hostnameBind } from './hostname-bind.ts';
import { idServer } from './id-server.ts';
import { lame } from './lame.ts';
import { llmnrExposed } from './llmnr-exposed.ts';
import { mdnsExposed } from './mdns-exposed.ts';
import { multipleSoa } from './multiple-soa.ts';
import { notAuthoritative } from './not-authoritative.ts';
import { nsCname } from './ns/cname.ts';
import { nsCountBelow2 } from './ns/count-below-2.ts';
import { nsGlueMismatch } from './ns/glue-mismatch.ts';
import { nsMissingInChild } from './ns/missing-in-child.ts';
import { nsParentChildNsMismatch } from './ns/parent-child-ns-mismatch.ts';
import { nsPrivateAddress } from './ns/private-address.ts';
import { nsPtrMismatch } from './ns/ptr-mismatch.ts';
import { nsPtrMissing } from './ns/ptr-missing.ts';
import { nsSame24 } from './ns/same-24.ts';
import { nsSameIp } from './ns/same-ip.ts';
import { nsUnresolvable } from './ns/unresolvable.ts';
import { nsid } from './nsid.ts';
import { qnameCase } from './qname-case.ts';
import { referralSizeOver512 } from './referral-size-over-512.ts';
import { amplification } from './resolver/amplification.ts';
import { resolverCacheSnoop } from './resolver/cache-snoop.ts';
import { openResolver } from './resolver/open.ts';
import { soaMname } from './soa/mname.ts';
import { soaRname } from './soa/rname.ts';
import { soaSerialDiff } from './soa/serial-diff.ts';
import { soaTimers } from './soa/timers.ts';
import { soaMissing } from './soa-missing.ts';
import { sourceAddress } from './source-address.ts';
import { subdomainFoundInternal } from './subdomain-found-internal.ts';
import { syntaxDomainCharacters } from './syntax/domain-characters.ts';
import { syntaxDomainDoubleHyphen } from './syntax/domain-double-hyphen.ts';
import { syntaxDomainHyphen } from './syntax/domain-hyphen.ts';
import { syntaxMname } from './syntax/mname.ts';
import { syntaxMxName } from './syntax/mx-name.ts';
import { syntaxNsName } from './syntax/ns-name.ts';
import { syntaxRnameAt } from './syntax/rname-at.ts';
import { syntaxRnameIllegal } from './syntax/rname-illegal.ts';
import { tcpUnreachable } from './tcp/unreachable.ts';
import { ttlLong } from './ttl-long.ts';
import { ttlShort } from './ttl-short.ts';
import { udpUnreachable } from './udp/unreachable.ts';
import { upwardReferral } from './upward-referral.ts';
import { versionBind } from './version-bind.ts';
import { wildcard } from './wildcard.ts';

export const dnsChecks = {
  'dns.0x20': query0x20,
  'dns.aaaa-behaviour': aaaaBehaviour,
  'dns.any-amplify': anyAmplify,
  'dns.axfr': axfr,
  'dns.caa.mismatch': caaMismatch,
  'dns.caa.missing': caaMissing,
  'dns.caa.syntax': caaSyntax,
  'dns.dangling-ns': danglingNs,
  'dns.dnssec.alg-deprecated': dnssecAlgDeprecated,
  'dns.dnssec.bogus': dnssecBogus,
  'dns.dnssec.cds-invalid': dnssecCdsInvalid,
  'dns.dnssec.ds-digest-sha1': dnssecDsDigestSha1,
  'dns.dnssec.ds-unsigned': dnssecDsUnsigned,
  'dns.dnssec.nsec-walkable': dnssecNsecWalkable,
  'dns.dnssec.nsec3-iterations': dnssecNsec3Iterations,
  'dns.dnssec.nsec3-optout': dnssecNsec3Optout,
  'dns.dnssec.nsec3-salt': dnssecNsec3Salt,
  'dns.dnssec.rrsig-lifetime-long': dnssecRrsigLifetimeLong,
  'dns.dnssec.rrsig-lifetime-short': dnssecRrsigLifetimeShort,
  'dns.dnssec.rsa-below-2048': dnssecRsaBelow2048,
  'dns.dnssec.rsa-e-small': dnssecRsaESmall,
  'dns.dnssec.unsigned': unsigned,
  'dns.dot-doh-exposed': dotDohExposed,
  'dns.edns.flags': ednsFlags,
  'dns.edns.option': ednsOption,
  'dns.edns.truncation': ednsTruncation,
  'dns.edns.unsupported': ednsUnsupported,
  'dns.edns.version': ednsVersion,
  'dns.hostname-bind': hostnameBind,
  'dns.id-server': idServer,
  'dns.lame': lame,
  'dns.llmnr-exposed': llmnrExposed,
  'dns.mdns-exposed': mdnsExposed,
  'dns.multiple-soa': multipleSoa,
  'dns.not-authoritative': notAuthoritative,
  'dns.ns.cname': nsCname,
  'dns.ns.count-below-2': nsCountBelow2,
  'dns.ns.glue-mismatch': nsGlueMismatch,
  'dns.ns.missing-in-child': nsMissingInChild,
  'dns.ns.parent-child-ns-mismatch': nsParentChildNsMismatch,
  'dns.ns.private-address': nsPrivateAddress,
  'dns.ns.ptr-mismatch': nsPtrMismatch,
  'dns.ns.ptr-missing': nsPtrMissing,
  'dns.ns.same-24': nsSame24,
  'dns.ns.same-ip': nsSameIp,
  'dns.ns.unresolvable': nsUnresolvable,
  'dns.nsid': nsid,
  'dns.qname-case': qnameCase,
  'dns.referral-size-over-512': referralSizeOver512,
  'dns.resolver.amplification': amplification,
  'dns.resolver.cache-snoop': resolverCacheSnoop,
  'dns.resolver.open': openResolver,
  'dns.soa-missing': soaMissing,
  'dns.soa.mname': soaMname,
  'dns.soa.rname': soaRname,
  'dns.soa.serial-diff': soaSerialDiff,
  'dns.soa.timers': soaTimers,
  'dns.source-address': sourceAddress,
  'dns.subdomain-found-internal': subdomainFoundInternal,
  'dns.syntax.domain-characters': syntaxDomainCharacters,
  'dns.syntax.domain-double-hyphen': syntaxDomainDoubleHyphen,
  'dns.syntax.domain-hyphen': syntaxDomainHyphen,
  'dns.syntax.mname': syntaxMname,
  'dns.syntax.mx-name': syntaxMxName,
  'dns.syntax.ns-name': syntaxNsName,
  'dns.syntax.rname-at': syntaxRnameAt,
  'dns.syntax.rname-illegal': syntaxRnameIllegal,
  'dns.tcp.unreachable': tcpUnreachable,
  'dns.ttl-long': ttlLong,
  'dns.ttl-short': ttlShort,
  'dns.udp.unreachable': udpUnreachable,
  'dns.upward-referral': upwardReferral,
  'dns.version-bind': versionBind,
  'dns.wildcard': wildcard,
};

import { alpnH2Blacklisted } from './alpn-h2-blacklisted.ts';
import { breach } from './breach.ts';
import { ccsInjection } from './ccs-injection.ts';
import { tripleDes } from './cipher/3des.ts';
import { anonymousCipher } from './cipher/anon.ts';
import { cbcSha1 } from './cipher/cbc-sha1.ts';
import { ccm8 } from './cipher/ccm8.ts';
import { des } from './cipher/des.ts';
import { exportCipher } from './cipher/export.ts';
import { idea } from './cipher/idea.ts';
import { noForwardSecrecy } from './cipher/no-fs.ts';
import { nullCipher } from './cipher/null.ts';
import { obsoleteCbc } from './cipher/obsolete-cbc.ts';
import { orderClient } from './cipher/order-client.ts';
import { rc2 } from './cipher/rc2.ts';
import { rc4 } from './cipher/rc4.ts';
import { seed } from './cipher/seed.ts';
import { unknownSelected } from './cipher/unknown-selected.ts';
import { clientAuthCas } from './client-auth-cas.ts';
import { compression } from './compression.ts';
import { drown } from './drown.ts';
import { earlyData } from './early-data.ts';
import { emsMissing } from './ems-missing.ts';
import { greaseIntolerance } from './grease-intolerance.ts';
import { heartbeatOffered } from './heartbeat-offered.ts';
import { heartbleed } from './heartbleed.ts';
import { dhCommonPrime } from './kex/dh-common-prime.ts';
import { dhComposite } from './kex/dh-composite.ts';
import { dhReuse } from './kex/dh-reuse.ts';
import { dhSmall } from './kex/dh-small.ts';
import { ecdhReuse } from './kex/ecdh-reuse.ts';
import { groupsList } from './kex/groups-list.ts';
import { pqMissing } from './kex/pq-missing.ts';
import { smallSubgroup } from './kex/small-subgroup.ts';
import { weakCurve } from './kex/weak-curve.ts';
import { downgradeScsvMissing } from './protocol/downgrade-scsv-missing.ts';
import { downgradeSentinelMissing } from './protocol/downgrade-sentinel.ts';
import { noTls12 } from './protocol/no-tls12.ts';
import { noTls13 } from './protocol/no-tls13.ts';
import { sslv2 } from './protocol/sslv2.ts';
import { sslv3 } from './protocol/sslv3.ts';
import { tls10 } from './protocol/tls10.ts';
import { tls11 } from './protocol/tls11.ts';
import { versionIntolerance } from './protocol/version-intolerance.ts';
import { clientInitiatedRenegotiation } from './renego/client-initiated.ts';
import { insecureRenegotiation } from './renego/insecure.ts';
import { robot } from './robot.ts';
import { sessionTicketLifetime } from './session-ticket-lifetime.ts';
import { weakSignatureAlgorithm } from './sigalg/sha1-md5.ts';
import { sizeBug256 } from './size-bug-256.ts';
import { sniDefaultCertificate } from './sni/default-cert.ts';
import { sniRequired } from './sni/required.ts';
import { ticketbleed } from './ticketbleed.ts';
import { timestamp } from './timestamp.ts';

export const tlsChecks = {
  'tls.protocol.downgrade-scsv-missing': downgradeScsvMissing,
  'tls.protocol.downgrade-sentinel': downgradeSentinelMissing,
  'tls.protocol.no-tls12': noTls12,
  'tls.protocol.no-tls13': noTls13,
  'tls.protocol.sslv2': sslv2,
  'tls.protocol.sslv3': sslv3,
  'tls.protocol.tls10': tls10,
  'tls.protocol.tls11': tls11,
  'tls.protocol.version-intolerance': versionIntolerance,
  'tls.cipher.3des': tripleDes,
  'tls.cipher.anon': anonymousCipher,
  'tls.cipher.cbc-sha1': cbcSha1,
  'tls.cipher.ccm8': ccm8,
  'tls.cipher.des': des,
  'tls.cipher.export': exportCipher,
  'tls.cipher.idea': idea,
  'tls.cipher.no-fs': noForwardSecrecy,
  'tls.cipher.null': nullCipher,
  'tls.cipher.obsolete-cbc': obsoleteCbc,
  'tls.cipher.order-client': orderClient,
  'tls.cipher.rc2': rc2,
  'tls.cipher.rc4': rc4,
  'tls.cipher.seed': seed,
  'tls.cipher.unknown-selected': unknownSelected,
  'tls.kex.dh-common-prime': dhCommonPrime,
  'tls.kex.dh-composite': dhComposite,
  'tls.kex.dh-reuse': dhReuse,
  'tls.kex.dh-small': dhSmall,
  'tls.kex.ecdh-reuse': ecdhReuse,
  'tls.kex.groups-list': groupsList,
  'tls.kex.pq-missing': pqMissing,
  'tls.kex.small-subgroup': smallSubgroup,
  'tls.kex.weak-curve': weakCurve,
  'tls.sigalg.sha1-md5': weakSignatureAlgorithm,
  'tls.renego.client-initiated': clientInitiatedRenegotiation,
  'tls.renego.insecure': insecureRenegotiation,
  'tls.sni.default-cert': sniDefaultCertificate,
  'tls.sni.required': sniRequired,
  'tls.alpn-h2-blacklisted': alpnH2Blacklisted,
  'tls.breach': breach,
  'tls.ccs-injection': ccsInjection,
  'tls.client-auth-cas': clientAuthCas,
  'tls.compression': compression,
  'tls.drown': drown,
  'tls.early-data': earlyData,
  'tls.ems-missing': emsMissing,
  'tls.grease-intolerance': greaseIntolerance,
  'tls.heartbeat-offered': heartbeatOffered,
  'tls.heartbleed': heartbleed,
  'tls.robot': robot,
  'tls.session-ticket-lifetime': sessionTicketLifetime,
  'tls.size-bug-256': sizeBug256,
  'tls.ticketbleed': ticketbleed,
  'tls.timestamp': timestamp,
};

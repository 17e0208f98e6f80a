import { tripleDes } from './cipher/3des.ts';
import { anonymousCipher } from './cipher/anon.ts';
import { des } from './cipher/des.ts';
import { exportCipher } from './cipher/export.ts';
import { noForwardSecrecy } from './cipher/no-fs.ts';
import { nullCipher } from './cipher/null.ts';
import { rc4 } from './cipher/rc4.ts';
import { compression } from './compression.ts';
import { dhSmall } from './kex/dh-small.ts';
import { noTls12 } from './protocol/no-tls12.ts';
import { noTls13 } from './protocol/no-tls13.ts';
import { sslv3 } from './protocol/sslv3.ts';
import { tls10 } from './protocol/tls10.ts';
import { tls11 } from './protocol/tls11.ts';
import { insecureRenegotiation } from './renego/insecure.ts';

export const tlsChecks = {
  'tls.protocol.sslv3': sslv3,
  'tls.protocol.tls10': tls10,
  'tls.protocol.tls11': tls11,
  'tls.protocol.no-tls12': noTls12,
  'tls.protocol.no-tls13': noTls13,
  'tls.cipher.null': nullCipher,
  'tls.cipher.anon': anonymousCipher,
  'tls.cipher.export': exportCipher,
  'tls.cipher.rc4': rc4,
  'tls.cipher.des': des,
  'tls.cipher.3des': tripleDes,
  'tls.cipher.no-fs': noForwardSecrecy,
  'tls.kex.dh-small': dhSmall,
  'tls.compression': compression,
  'tls.renego.insecure': insecureRenegotiation,
};

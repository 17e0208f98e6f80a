import { passwordAuth } from './auth/password.ts';
import { bannerEol } from './banner/eol.ts';
import { bannerVersion } from './banner/version.ts';
import { tripleDes } from './cipher/3des.ts';
import { blowfish } from './cipher/blowfish.ts';
import { cbc } from './cipher/cbc.ts';
import { noCipher } from './cipher/none.ts';
import { rc4 } from './cipher/rc4.ts';
import { dheat } from './dheat.ts';
import { dss } from './hostkey/dss.ts';
import { rsaBelow2048 } from './hostkey/rsa-below-2048.ts';
import { sha1Only } from './hostkey/sha1-only.ts';
import { sharedHostKey } from './hostkey/shared.ts';
import { groupExchangeSmall } from './kex/gex-small.ts';
import { group1 } from './kex/group1.ts';
import { sha1Kex } from './kex/sha1.ts';
import { md5 } from './mac/md5.ts';
import { noMac } from './mac/none.ts';
import { sha1Cut } from './mac/sha1-96.ts';
import { umac64 } from './mac/umac64.ts';
import { mgmtExposedOnGear } from './mgmt-exposed-on-gear.ts';
import { terrapin } from './terrapin.ts';
import { version1 } from './v1.ts';
import { sshVendor } from './vendor.ts';

export const sshChecks = {
  'ssh.v1': version1,
  'ssh.kex.group1': group1,
  'ssh.kex.sha1': sha1Kex,
  'ssh.cipher.none': noCipher,
  'ssh.cipher.rc4': rc4,
  'ssh.cipher.3des': tripleDes,
  'ssh.cipher.blowfish': blowfish,
  'ssh.cipher.cbc': cbc,
  'ssh.mac.none': noMac,
  'ssh.mac.md5': md5,
  'ssh.mac.sha1-96': sha1Cut,
  'ssh.mac.umac64': umac64,
  'ssh.hostkey.dss': dss,
  'ssh.hostkey.sha1-only': sha1Only,
  'ssh.terrapin': terrapin,
  'ssh.auth.password': passwordAuth,
  'ssh.banner.eol': bannerEol,
  'ssh.banner.version': bannerVersion,
  'ssh.dheat': dheat,
  'ssh.hostkey.rsa-below-2048': rsaBelow2048,
  'ssh.kex.gex-small': groupExchangeSmall,
  'ssh.mgmt-exposed-on-gear': mgmtExposedOnGear,
  'ssh.vendor': sshVendor,
  'ssh.hostkey.shared': sharedHostKey,
};

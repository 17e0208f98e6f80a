import { createDiffieHellmanGroup } from 'node:crypto';

/** The 1024-bit group that every old server shares (RFC 2409 §6.2), as PEM. */
export const oakleyGroup2 = (() => {
  const prime = createDiffieHellmanGroup('modp2').getPrime();
  const integer = Buffer.concat([Buffer.from([0x02, 0x81, prime.length + 1, 0]), prime]);
  const generator = Buffer.from([0x02, 0x01, 0x02]);
  const body = Buffer.concat([integer, generator]);
  const der = Buffer.concat([Buffer.from([0x30, 0x81, body.length]), body]);
  return `-----BEGIN DH PARAMETERS-----\n${der.toString('base64')}\n-----END DH PARAMETERS-----\n`;
})();

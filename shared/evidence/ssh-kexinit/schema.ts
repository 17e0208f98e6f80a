import { z } from 'zod';
import { hex, limits, line, observed } from '../limits.ts';

const names = z.array(line).max(limits.list);

/** RFC 4253 §4.2 and §7.1: the identification string and the lists of SSH_MSG_KEXINIT. */
export const sshKexinitSchema = z.strictObject({
  banner: observed(line),
  kexinit: observed(
    z.strictObject({
      kex: names,
      hostKeys: names,
      ciphersClientToServer: names,
      ciphersServerToClient: names,
      macsClientToServer: names,
      macsServerToClient: names,
      compressionServerToClient: names,
      raw: hex,
    }),
  ),
});

import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { messageOf } from './message.ts';
import type { Carrier } from './outcome.ts';

/** Without a mail server: one .eml file a mail, named by its id. Writing it twice gives the same file. */
export function emlFiles(directory: string, from: string): Carrier {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async carry(mail) {
      try {
        const { message } = await transport.sendMail(messageOf(mail, from, 'whole'));
        await mkdir(directory, { recursive: true });
        await writeWhole(path.join(directory, `${mail.id}.eml`), message as Buffer);
        return { outcome: 'sent' };
      } catch (error) {
        return { outcome: 'deferred', error: error instanceof Error ? error.message : String(error) };
      }
    },
    [Symbol.dispose]: () => transport.close(),
  };
}

/** Whoever reads the folder meets a whole mail or none. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  await using handle = await open(part, 'w', 0o600);
  await handle.writeFile(content);
  await handle.sync();
  await rename(part, file);
}

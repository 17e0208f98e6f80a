import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { requireProgram } from '../daemon.ts';
import type { StartService } from './daemons.ts';

/** inetutils' telnetd for one connection at a time, as inetd starts it; nobody gets a shell. Inside only, if hardened. */
export const telnetd: StartService = async ({ address, inner, strength }) => {
  const program = requireProgram('telnetd', 'inetutils-telnetd');
  const children = new Set<ReturnType<typeof spawn>>();
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    const child = spawn(program, ['-E', '/bin/cat'], { stdio: [socket, socket, 'ignore'] });
    children.add(child);
    child.once('exit', () => {
      children.delete(child);
      socket.destroy();
    });
    socket.on('error', () => child.kill('SIGKILL'));
  });
  server.listen(23, strength === 'weak' ? address : inner);
  await once(server, 'listening');
  return {
    [Symbol.asyncDispose]: async () => {
      for (const child of children) child.kill('SIGKILL');
      server.close();
    },
  };
};

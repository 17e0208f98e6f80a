import type { Protocol } from './protocol.ts';

/** https://blog.talosintelligence.com/cisco-coverage-for-smart-install-client/ : the first message of a director. */
const hello = Buffer.from('000000010000000100000004000000080000000100000000', 'hex');

export const smartInstall: Protocol = {
  name: 'smart-install',
  transport: 'tcp',
  ports: [4786],
  services: ['cisco-smartinstall', 'smart-install'],
  questions: [
    {
      asked: 'hello',
      say: hello,
      read: (bytes) => {
        const isClient =
          bytes.length >= 24 && /^0000000400000000(?:00000003|00000004)/.test(bytes.toString('hex'));
        return isClient ? { role: 'client' } : undefined;
      },
    },
  ],
};

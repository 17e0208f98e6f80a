import type { Protocol } from './protocol.ts';

/** The four-letter word `srvr`: https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_4lw */
export const zookeeper: Protocol = {
  name: 'zookeeper',
  transport: 'tcp',
  ports: [2181],
  services: ['zookeeper'],
  questions: [
    {
      asked: 'srvr',
      say: Buffer.from('srvr'),
      read: (bytes) => {
        const text = bytes.toString('latin1');
        const version = /^Zookeeper version: ([\w.-]{1,60})/.exec(text)?.[1];
        if (version !== undefined) return { access: 'open', version };
        // The word is not permitted: a ZooKeeper all the same, which serves its own protocol to anyone.
        return /^srvr is not executed because it is not in the whitelist/.test(text)
          ? { access: 'restricted' }
          : undefined;
      },
    },
  ],
};

import type { Advice } from '../fixes.ts';

/** Its own server only, and no UDP. */
export const keepMemcachedInside: { readonly debian: Advice; readonly rhel: Advice } = {
  debian: {
    ja: '/etc/memcached.conf に次を書き、systemctl restart memcached を実行します。',
    en: 'Put this into /etc/memcached.conf and run systemctl restart memcached.',
    snippet: '-l 127.0.0.1\n-U 0',
  },
  rhel: {
    ja: '/etc/sysconfig/memcached に次を書き、systemctl restart memcached を実行します。',
    en: 'Put this into /etc/sysconfig/memcached and run systemctl restart memcached.',
    snippet: 'OPTIONS="-l 127.0.0.1 -U 0"',
  },
};

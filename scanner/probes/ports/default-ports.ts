import { controlPorts } from '@enkaku/shared/model/middlebox.ts';

/**
 * The `default` profile: TCP ports that municipal servers and network gear answer on, and the doors that must not
 * be open to the Internet. 9100 (printers) is only connected to: whatever is written there is printed.
 */
export const defaultPorts: readonly number[] = [
  // small services of old
  7,
  13,
  17,
  19,
  79,
  513,
  514,
  540,
  // file transfer, shell, terminal
  21,
  22,
  23,
  2222,
  2323,
  // mail
  25,
  110,
  143,
  465,
  587,
  993,
  995,
  // names, directories
  53,
  389,
  636,
  3268,
  3269,
  // web and its consoles
  80,
  443,
  8000,
  8008,
  8080,
  8081,
  8443,
  8888,
  10443,
  // Windows, file services, remote desktops
  111,
  135,
  139,
  445,
  873,
  2049,
  3389,
  5900,
  5901,
  5902,
  5938,
  6000,
  6001,
  902,
  20048,
  5985,
  // virtual private networks
  1194,
  1723,
  // routing
  179,
  // databases and caches
  1433,
  1521,
  3306,
  5432,
  6379,
  9200,
  11211,
  27017,
  // management of gear and containers
  161,
  2375,
  4786,
  6443,
  7547,
  8291,
  9100,
  10250,
  ...controlPorts,
];

import { controlPorts } from '@enkaku/shared/model/middlebox.ts';

/**
 * The `default` profile: TCP ports that municipal servers and network gear answer on, and the doors that must not
 * be open to the Internet. Printers (9100) and industrial control are only connected to: whatever is written to a
 * printer is printed.
 */
export const defaultPorts: readonly number[] = [
  // small services of old
  ...[7, 13, 17, 19, 79, 513, 514, 540],
  // file transfer, shell, terminal
  ...[21, 22, 23, 2222, 2323],
  // mail
  ...[25, 110, 143, 465, 587, 993, 995],
  // names, directories
  ...[53, 389, 636, 3268, 3269],
  // web, its consoles and proxies
  ...[80, 443, 1080, 3128, 4443, 5000, 5001, 8000, 8008, 8009, 8080, 8081, 8443, 8888, 10443],
  // Windows, file services, storage, printing, remote desktops
  ...[
    111, 135, 139, 445, 631, 873, 902, 2049, 3260, 3389, 5900, 5901, 5902, 5938, 5985, 6000, 6001, 9100,
    10000, 20048,
  ],
  // virtual private networks, routing
  ...[179, 1194, 1723],
  // databases, caches, queues, Java
  ...[
    1099, 1433, 1521, 1883, 2181, 2379, 3306, 5005, 5432, 5984, 6379, 8086, 8500, 8883, 9042, 9200, 11211,
    27017,
  ],
  // telephony, cameras
  ...[554, 5060, 8554],
  // management of gear and containers
  ...[161, 2375, 2376, 4786, 6443, 7547, 8291, 8728, 10250, 10255],
  // industrial control
  ...[102, 502],
  ...controlPorts,
];

import type { Report } from '@enkaku/shared/report/schema.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServiceBeds, type ServiceName, startServiceBeds } from '../beds/services/beds.ts';
import { reportOf, runDiagnose } from './run-diagnose.ts';

const ports = [
  '443,554,631,1080,1099,1883,2181,2375,2379,3128,3306,4786,5005,5432,5984,6379,6443,7547,8009,8086,8291,8500,8728',
  '9042,9200,10000,10250,11211,27017,11211/udp',
].join(',');

let beds: ServiceBeds;
let weak: Report;
let hardened: Report;

beforeAll(async () => {
  beds = await startServiceBeds();
  const diagnose = async (address: string) =>
    reportOf(await runDiagnose(['--lab', '--json', '--only', 'gear', '--ports', ports, address]));
  [weak, hardened] = await Promise.all([diagnose(beds.addresses.weak), diagnose(beds.addresses.hardened)]);
}, 120_000);

afterAll(() => beds[Symbol.asyncDispose]());

describe('what serves anyone', () => {
  test.for<[string, number, ServiceName | null]>([
    ['db.redis-noauth', 6379, 'redis'],
    ['db.memcached-exposed', 11_211, 'memcached'],
    ['db.memcached-udp', 11_211, 'memcached'],
    ['db.mysql-exposed', 3306, 'mariadb'],
    ['db.postgresql-exposed', 5432, 'postgresql'],
    ['db.no-tls', 3306, 'mariadb'],
    ['db.no-tls', 5432, 'postgresql'],
    ['exposed.http-proxy-open', 3128, 'squid'],
    ['exposed.mqtt-noauth', 1883, 'mosquitto'],
    ['gear.admin-ui-exposed', 631, 'cups'],
    ['db.mongodb-noauth', 27_017, null],
    ['db.cassandra-noauth', 9042, null],
    ['db.zookeeper-noauth', 2181, null],
    ['db.elasticsearch-noauth', 9200, null],
    ['db.couchdb-noauth', 5984, null],
    ['db.influxdb-noauth', 8086, null],
    ['db.etcd-noauth', 2379, null],
    ['db.consul-noauth', 8500, null],
    ['container.docker-api', 2375, null],
    ['container.kubernetes-api', 6443, null],
    ['container.kubelet-api', 10_250, null],
    ['exposed.cisco-smart-install', 4786, null],
    ['exposed.winbox', 8291, null],
    ['exposed.routeros-api', 8728, null],
    ['exposed.jdwp', 5005, null],
    ['exposed.rmi', 1099, null],
    ['exposed.ajp', 8009, null],
    ['exposed.ndmp', 10_000, null],
    ['exposed.socks-open', 1080, null],
    ['exposed.rtsp-noauth', 554, null],
    ['exposed.tr069', 7547, null],
    ['vpn.fortinet', 443, null],
    ['gear.admin-ui-exposed', 443, null],
    ['gear.fortios-build', 443, null],
  ])('%s on %d → found', ([check, port, service], { skip }) => {
    const missing = beds.unavailable.find((line) => line.startsWith(`weak-${service}:`));
    if (missing !== undefined) skip(missing);
    const found = weak.findings.filter((finding) => finding.check === check);
    const places = found.map(
      (finding) => finding.port ?? Number(/(\d+)\/tcp/.exec(finding.place ?? '')?.[1]),
    );
    expect(places).toContain(port);
  });
});

test('what turns strangers away → nothing of medium or higher', () => {
  for (const line of beds.unavailable) console.warn(`skipped: ${line}`);
  const heavy = hardened.findings.filter(({ severity }) => ['critical', 'high', 'medium'].includes(severity));
  expect(
    heavy.map(({ check, port, place, confidence }) => `${check} ${port ?? place} ${confidence}`),
  ).toEqual([]);
});

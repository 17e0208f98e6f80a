import { cassandra } from './cassandra.ts';
import { coap } from './coap.ts';
import { httpProxy } from './http-proxy.ts';
import { bacnet, modbus, s7 } from './industrial.ts';
import { iscsi } from './iscsi.ts';
import { ajp, jdwp, rmi } from './java.ts';
import { memcached, memcachedUdp } from './memcached.ts';
import { mndp, routerosApi, winbox } from './mikrotik.ts';
import { mongodb } from './mongodb.ts';
import { mqtt, mqttTls } from './mqtt.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { ndmp } from './ndmp.ts';
import { oracleTns } from './oracle-tns.ts';
import { postgresql } from './postgresql.ts';
import type { Protocol } from './protocol.ts';
import { redis } from './redis.ts';
import { rtsp } from './rtsp.ts';
import { sip, sipUdp } from './sip.ts';
import { smartInstall } from './smart-install.ts';
import { socks } from './socks.ts';
import { ubiquitiDiscovery } from './ubiquiti-discovery.ts';
import { zookeeper } from './zookeeper.ts';

/** Every language the probe speaks. */
export const protocols: readonly Protocol[] = [
  ...[redis, memcached, memcachedUdp, mongodb, cassandra, zookeeper],
  ...[mysql, postgresql, mssql, oracleTns],
  ...[smartInstall, winbox, routerosApi, mndp, ubiquitiDiscovery],
  ...[jdwp, rmi, ajp, iscsi, ndmp, coap, mqtt, mqttTls, sip, sipUdp, rtsp, socks, httpProxy],
  ...[modbus, s7, bacnet],
];

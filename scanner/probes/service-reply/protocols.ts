import { bgp } from './bgp.ts';
import { cassandra } from './cassandra.ts';
import { coap } from './coap.ts';
import { ftp } from './ftp.ts';
import { httpProxy } from './http-proxy.ts';
import { ike, ikeBehindNat } from './ike.ts';
import { bacnet, modbus, s7 } from './industrial.ts';
import { ipmi, ipmiRakp } from './ipmi.ts';
import { iscsi } from './iscsi.ts';
import { ajp, jdwp, rmi } from './java.ts';
import { ldap, ldaps } from './ldap.ts';
import { legacy } from './legacy.ts';
import { memcached, memcachedUdp } from './memcached.ts';
import { mndp, routerosApi, winbox } from './mikrotik.ts';
import { mongodb } from './mongodb.ts';
import { mqtt, mqttTls } from './mqtt.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { ndmp } from './ndmp.ts';
import { netbiosNs } from './netbios.ts';
import { ntp } from './ntp.ts';
import { oracleTns } from './oracle-tns.ts';
import { postgresql } from './postgresql.ts';
import type { Protocol } from './protocol.ts';
import { rdp } from './rdp.ts';
import { redis } from './redis.ts';
import { nfsMount, rpcbind, rpcbindUdp } from './rpc.ts';
import { rsync } from './rsync.ts';
import { rtsp } from './rtsp.ts';
import { vmwareAuthd, vnc, x11, xdmcp } from './screens.ts';
import { sip, sipUdp } from './sip.ts';
import { smartInstall } from './smart-install.ts';
import { smb } from './smb.ts';
import { smbMs17010 } from './smb-ms17-010.ts';
import { snmpV3 } from './snmp-v3.ts';
import { socks } from './socks.ts';
import { ssdp } from './ssdp.ts';
import { telnet } from './telnet.ts';
import { tftp } from './tftp.ts';
import { l2tp, openvpn, openvpnTcp, pptp } from './tunnels.ts';
import { ubiquitiDiscovery } from './ubiquiti-discovery.ts';
import { zookeeper } from './zookeeper.ts';

/** Every language the probe speaks. */
export const protocols: readonly Protocol[] = [
  ...[redis, memcached, memcachedUdp, mongodb, cassandra, zookeeper],
  ...[mysql, postgresql, mssql, oracleTns],
  ...[smartInstall, winbox, routerosApi, mndp, ubiquitiDiscovery],
  ...[jdwp, rmi, ajp, iscsi, ndmp, coap, mqtt, mqttTls, sip, sipUdp, rtsp, socks, httpProxy],
  ...[modbus, s7, bacnet],
  ...[ftp, telnet, tftp, rsync, snmpV3, ntp, ssdp, ldap, ldaps, ipmi, ipmiRakp],
  ...[smb, smbMs17010, netbiosNs, rpcbind, rpcbindUdp, nfsMount],
  ...[rdp, vnc, x11, xdmcp, vmwareAuthd],
  ...[ike, ikeBehindNat, pptp, l2tp, openvpn, openvpnTcp, bgp],
  ...legacy,
];

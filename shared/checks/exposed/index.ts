import { ajp } from './ajp.ts';
import { bacnet } from './bacnet.ts';
import { ciscoSmartInstall } from './cisco-smart-install.ts';
import { coap } from './coap.ts';
import { hnap } from './hnap.ts';
import { httpProxyOpen } from './http-proxy-open.ts';
import { iscsi } from './iscsi.ts';
import { jdwp } from './jdwp.ts';
import { mndp } from './mndp.ts';
import { modbus } from './modbus.ts';
import { modbusIdentity } from './modbus-identity.ts';
import { mqttNoauth } from './mqtt-noauth.ts';
import { ndmp } from './ndmp.ts';
import { printer } from './printer.ts';
import { rmi } from './rmi.ts';
import { routerosApi } from './routeros-api.ts';
import { rtspNoauth } from './rtsp-noauth.ts';
import { s7 } from './s7.ts';
import { s7Identity } from './s7-identity.ts';
import { sip } from './sip.ts';
import { socksOpen } from './socks-open.ts';
import { tr069 } from './tr069.ts';
import { ubiquitiDiscovery } from './ubiquiti-discovery.ts';
import { winbox } from './winbox.ts';

export const exposedChecks = {
  'exposed.ajp': ajp,
  'exposed.bacnet': bacnet,
  'exposed.cisco-smart-install': ciscoSmartInstall,
  'exposed.coap': coap,
  'exposed.hnap': hnap,
  'exposed.http-proxy-open': httpProxyOpen,
  'exposed.iscsi': iscsi,
  'exposed.jdwp': jdwp,
  'exposed.mndp': mndp,
  'exposed.modbus': modbus,
  'exposed.modbus-identity': modbusIdentity,
  'exposed.mqtt-noauth': mqttNoauth,
  'exposed.ndmp': ndmp,
  'exposed.printer': printer,
  'exposed.rmi': rmi,
  'exposed.routeros-api': routerosApi,
  'exposed.rtsp-noauth': rtspNoauth,
  'exposed.s7': s7,
  'exposed.s7-identity': s7Identity,
  'exposed.sip': sip,
  'exposed.socks-open': socksOpen,
  'exposed.tr069': tr069,
  'exposed.ubiquiti-discovery': ubiquitiDiscovery,
  'exposed.winbox': winbox,
};

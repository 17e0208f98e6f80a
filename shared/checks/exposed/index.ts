import { ajp } from './ajp.ts';
import { bacnet } from './bacnet.ts';
import { bgp } from './bgp.ts';
import { chargen } from './chargen.ts';
import { ciscoSmartInstall } from './cisco-smart-install.ts';
import { coap } from './coap.ts';
import { daytime } from './daytime.ts';
import { echo } from './echo.ts';
import { finger } from './finger.ts';
import { hnap } from './hnap.ts';
import { httpProxyOpen } from './http-proxy-open.ts';
import { iscsi } from './iscsi.ts';
import { jdwp } from './jdwp.ts';
import { l2tp } from './l2tp.ts';
import { mndp } from './mndp.ts';
import { modbus } from './modbus.ts';
import { modbusIdentity } from './modbus-identity.ts';
import { mqttNoauth } from './mqtt-noauth.ts';
import { ndmp } from './ndmp.ts';
import { openvpn } from './openvpn.ts';
import { pptp } from './pptp.ts';
import { printer } from './printer.ts';
import { qotd } from './qotd.ts';
import { rlogin } from './rlogin.ts';
import { rmi } from './rmi.ts';
import { routerosApi } from './routeros-api.ts';
import { rsh } from './rsh.ts';
import { rtspNoauth } from './rtsp-noauth.ts';
import { s7 } from './s7.ts';
import { s7Identity } from './s7-identity.ts';
import { sip } from './sip.ts';
import { socksOpen } from './socks-open.ts';
import { exposedTeamviewer } from './teamviewer.ts';
import { tr069 } from './tr069.ts';
import { ubiquitiDiscovery } from './ubiquiti-discovery.ts';
import { uucp } from './uucp.ts';
import { exposedVmwareAuthd } from './vmware-authd.ts';
import { winbox } from './winbox.ts';
import { exposedX11Open } from './x11-open.ts';
import { exposedXdmcp } from './xdmcp.ts';

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
  'exposed.bgp': bgp,
  'exposed.chargen': chargen,
  'exposed.daytime': daytime,
  'exposed.echo': echo,
  'exposed.finger': finger,
  'exposed.l2tp': l2tp,
  'exposed.openvpn': openvpn,
  'exposed.pptp': pptp,
  'exposed.qotd': qotd,
  'exposed.rlogin': rlogin,
  'exposed.rsh': rsh,
  'exposed.teamviewer': exposedTeamviewer,
  'exposed.uucp': uucp,
  'exposed.vmware-authd': exposedVmwareAuthd,
  'exposed.x11-open': exposedX11Open,
  'exposed.xdmcp': exposedXdmcp,
};

/** Where the login pages of VPN gateways and their management are, by product. */
const gatewayPaths: readonly string[] = [
  '/remote/login', // Fortinet SSL-VPN
  '/login', // FortiGate management
  '/dana-na/auth/url_default/welcome.cgi', // Ivanti Connect Secure
  '/logon/LogonPoint/tmindex.html', // Citrix NetScaler
  '/vpn/index.html', // Citrix NetScaler, older
  '/global-protect/prelogin.esp', // Palo Alto Networks GlobalProtect
  '/php/login.php', // PAN-OS management
  '/+CSCOE+/logon.html', // Cisco ASA and FTD
  '/cgi-bin/welcome', // SonicWall SMA
  '/auth1.html', // SonicWall firewall management
  '/sslvpn/Login/Login', // Check Point
  '/my.policy', // F5 BIG-IP APM
  '/tmui/login.jsp', // F5 BIG-IP management
  '/userportal/webpages/myaccount/login.jsp', // Sophos user portal
  '/webconsole/webpages/login.jsp', // Sophos management
  '/sslvpn_logon.shtml', // WatchGuard
  '/manage/account/login', // UniFi
];

/** Interfaces that stand on ports of their own; asked there and nowhere else. One call about the service, no data. */
const interfacePaths: Readonly<Record<number, readonly string[]>> = {
  2375: ['/version'], // Docker
  2376: ['/version'],
  2379: ['/version', '/v2/auth/enable'], // etcd
  5984: ['/_all_dbs'], // CouchDB
  6443: ['/version', '/api/v1/namespaces?limit=1'], // Kubernetes
  8086: ['/ping', '/query?q=SHOW%20DATABASES'], // InfluxDB
  8500: ['/v1/agent/self'], // Consul
  10250: ['/configz'], // kubelet
  10255: ['/configz'],
};

/** A file of the firmware whose date tells its age, asked for only where the product showed itself. */
const followUps: readonly (readonly [sign: RegExp, path: string])[] = [
  [/SVPNCOOKIE|\/remote\/fgt_lang|\/remote\/login\?/, '/remote/fgt_lang?lang=en'],
  [/prelogin-response|GlobalProtect/, '/global-protect/portal/images/favicon.ico'],
  [/webvpn|CSCOE/, '/+CSCOE+/logo.gif'],
];

/** What to ask after these answers (headers and pages). */
export function followUpsFor(answers: string): readonly string[] {
  return followUps.filter(([sign]) => sign.test(answers)).map(([, path]) => path);
}

const homeNetworkPath = '/HNAP1/';

/** A web server that names a distribution's package or IIS is a server, and no appliance. */
const generalServer =
  /^(?:Microsoft-IIS\/|(?:Apache|nginx)\/[\d.]+ \((?:Debian|Ubuntu|Red Hat|CentOS|Rocky|AlmaLinux))/i;

/** What to ask of a web port after `/` has answered with this `Server` (null: none). */
export function pathsFor(port: number, scheme: 'http' | 'https', server: string | null): readonly string[] {
  const own = interfacePaths[port];
  if (own !== undefined) return own;
  if (server !== null && generalServer.test(server)) return [];
  return scheme === 'https' ? gatewayPaths : [homeNetworkPath];
}

/** Ports of such interfaces, whatever nmap made of them. */
export const interfacePorts: ReadonlySet<number> = new Set(Object.keys(interfacePaths).map(Number));
/** Those of them that speak TLS. */
export const interfaceTlsPorts: ReadonlySet<number> = new Set([2376, 6443, 10_250]);
/** Consoles that are no ordinary web ports. */
export const consolePorts: ReadonlySet<number> = new Set([631, 5000, 5001, 7547, 9200]);

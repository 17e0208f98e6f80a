import { seeConsole } from '../checks/gear/see-console.ts';
import type { Endpoint, Evidence } from '../evidence/evidence.ts';
import { identifyProducts } from '../knowledge/products/identify.ts';
import type { Recog } from '../knowledge/recog/fingerprints.ts';
import type { Product } from '../model/product.ts';

/** How each product names itself to nmap, in a Server header, in a banner. */
const signs: readonly (readonly [sign: RegExp, product: Product])[] = [
  [/\bnginx\b/i, 'nginx'],
  [/\bApache Tomcat|\bCoyote\b/i, 'tomcat'],
  [/\bApache(?: httpd|\/\d|$)/i, 'apache'],
  [/\bMicrosoft-IIS\b|\bMicrosoft IIS\b/i, 'iis'],
  [/\bHAProxy\b/i, 'haproxy'],
  [/\bBIG-?IP\b|\bBIGipServer/i, 'f5-bigip'],
  [/\bawselb\b|\bAWSALB/, 'aws-alb'],
  [/\bCloudFront\b/i, 'aws-cloudfront'],
  [/\bMicrosoft-Azure-Application-Gateway\b|\bApplicationGatewayAffinity/i, 'azure-appgw'],
  [/\bPostfix\b/i, 'postfix'],
  [/\bExim\b/i, 'exim'],
  [/\bSendmail\b/i, 'sendmail'],
  [/\bMicrosoft (?:Exchange|ESMTP)\b/i, 'exchange'],
  [/\bDovecot\b/i, 'dovecot'],
  [/\bISC BIND\b|\b9\.\d+\.\d+.*(?:Debian|Ubuntu|RedHat)|\bnamed\b/i, 'bind'],
  [/\bNSD\b/, 'nsd'],
  [/\bKnot\b/i, 'knot'],
  [/\bunbound\b/i, 'unbound'],
  [/\bMicrosoft DNS\b/i, 'windows-dns'],
  [/\bOpenSSH\b/i, 'openssh'],
  [/\bdropbear\b/i, 'dropbear'],
  [/\bnet-snmp\b/i, 'net-snmp'],
  [/\bCisco IOS\b|\bCisco-1\.25\b/i, 'cisco-ios'],
  [/\bForti(?:Gate|OS|SSH|net)\b/i, 'fortinet'],
  [/\bPAN-OS\b|\bPalo Alto\b/i, 'paloalto'],
  [/\bJUNOS\b|\bJuniper\b/i, 'juniper'],
  [/\bRTX\d+\b|\bYamaha\b/i, 'yamaha-rtx'],
  [/\bUNIVERGE IX\b/i, 'nec-ix'],
  [/\bAllied Telesis\b|\bAlliedWare\b/i, 'allied-telesis'],
  [/\bSonicWALL\b/i, 'sonicwall'],
  [/\bWatchGuard\b/i, 'watchguard'],
  [/\bSophos\b/i, 'sophos'],
  [/\bIvanti\b|\bPulse ?Secure\b/i, 'ivanti'],
  [/\bNetScaler\b|\bCitrix\b/i, 'citrix'],
  [/\bCheck ?Point\b/i, 'checkpoint'],
  [/\bMikroTik\b|\bRouterOS\b/i, 'mikrotik'],
  [/\bUbiquiti\b|\bUniFi\b/i, 'ubiquiti'],
];

/** The products seen at an endpoint's own port; where none was, those seen elsewhere on its host. None twice. */
export type ProductsAt = (endpoint: Endpoint) => readonly Product[];

/** Reads each host's evidence once: many findings ask about the same few hosts. */
export function productFinder(evidence: readonly Evidence[], recog: Recog | null): ProductsAt {
  const byHost = Map.groupBy(evidence, (item) => item.endpoint.host);
  const read = new Map<string, readonly Sighting[]>();
  return ({ host, port: asked }) => {
    const seen = read.get(host) ?? sightings(byHost.get(host) ?? [], recog);
    read.set(host, seen);
    const here = seen.filter(({ port }) => port === asked);
    return [...new Set((here.length > 0 ? here : seen).map(({ product }) => product))];
  };
}

interface Sighting {
  readonly port: number | null;
  readonly product: Product;
}

function sightings(ofHost: readonly Evidence[], recog: Recog | null): readonly Sighting[] {
  const identified = identifyProducts(ofHost, recog).map(({ port, vendor, product }) => ({
    port,
    text: `${vendor} ${product}`.replaceAll('_', ' '),
  }));
  const words = [...ofHost.flatMap(wordsOf), ...identified];
  return [...words.flatMap(namedIn), ...ofHost.flatMap(consoleOf)];
}

function namedIn({ port, text }: Words): readonly Sighting[] {
  return signs.filter(([sign]) => sign.test(text)).map(([, product]) => ({ port, product }));
}

/** The product whose management page it is, where two signs say so. */
function consoleOf(item: Evidence): readonly Sighting[] {
  const seen = item.kind === 'web-gear' ? seeConsole(item) : undefined;
  const product = seen?.console.product ?? null;
  return seen === undefined || seen.proof.length < 2 || product === null
    ? []
    : [{ port: item.endpoint.port, product }];
}

interface Words {
  readonly port: number | null;
  readonly text: string;
}

/** Headers in which servers and the devices before them name themselves; of a cookie, only its name does. */
const telling: ReadonlySet<string> = new Set(['server', 'via', 'set-cookie']);

function wordsOf(item: Evidence): readonly Words[] {
  const port = item.endpoint.port;
  switch (item.kind) {
    case 'ports':
      return item.data.ports.flatMap(({ port: at, service }) =>
        service?.method === 'probed'
          ? [{ port: at, text: `${service.product ?? ''} ${service.extraInfo ?? ''}` }]
          : [],
      );
    case 'http-response':
      return item.data.exchanges.flatMap(({ response }) =>
        response.outcome === 'yes'
          ? response.value.headers
              .filter(([name]) => telling.has(name.toLowerCase()))
              .map(([, text]) => ({ port, text: text.split('=', 1)[0] ?? '' }))
          : [],
      );
    case 'smtp-dialog':
      return item.data.banner.outcome === 'yes'
        ? item.data.banner.value.lines.map((text) => ({ port, text }))
        : [];
    case 'mailbox-dialog':
      return item.data.greeting.outcome === 'yes' ? [{ port, text: item.data.greeting.value }] : [];
    case 'ssh-kexinit':
      return item.data.banner.outcome === 'yes' ? [{ port, text: item.data.banner.value }] : [];
    case 'snmp-answer':
      return [item.data.v2c, item.data.v1].flatMap((answer) =>
        answer.outcome === 'yes' ? [{ port, text: answer.value.sysDescr }] : [],
      );
    case 'dns-answers':
      return item.data.questions.flatMap(({ purpose, answer }) =>
        purpose === 'version-bind' && answer.outcome === 'yes'
          ? answer.value.answers.map(({ data }) => ({ port, text: data }))
          : [],
      );
    default:
      return [];
  }
}

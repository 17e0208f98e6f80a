import type { Product } from '../../model/product.ts';
import type { Text } from '../../model/text.ts';
import type { Marker } from '../exposed/markers.ts';

/** A management page: how it shows itself. Two different signs prove it, one may mislead. */
export interface Console {
  readonly name: Text;
  readonly product: Product | null;
  readonly markers: readonly Marker[];
}

const same = (name: string): Text => ({ ja: name, en: name });
const header = (sign: RegExp): Marker => ({ in: 'header', sign });
const body = (sign: RegExp): Marker => ({ in: 'body', sign });

/**
 * Management pages of gear. The signs are from the vendors' own pages as nmap's http fingerprints and recog describe
 * them; what merely echoes the address that was asked is never one.
 */
export const consoles: readonly Console[] = [
  {
    name: same('FortiGate'),
    product: 'fortinet',
    markers: [
      body(/<title>FortiGate|ftnt-fortinet-grid|\/ng\/vendor-|fortiguard/i),
      header(/^Set-Cookie: (?:APSCOOKIE_|ccsrftoken)/),
      body(/logincheck|\/legacy_authentication|login_remote/),
    ],
  },
  {
    name: same('Palo Alto Networks PAN-OS'),
    product: 'paloalto',
    markers: [
      header(/^Server: PanWeb/i),
      body(/<title>(?:Login|PA-\d)[^<]*<\/title>[\s\S]*(?:pan-logo|panos|Palo Alto)/i),
      body(/\/login\/images\/logo-pan|Pan\.(?:base|appframework)|__PAN_/),
    ],
  },
  {
    name: same('Cisco IOS'),
    product: 'cisco-ios',
    markers: [
      header(/^WWW-Authenticate: Basic realm="(?:level_1?5?_?(?:or_view_)?access|cisco)/i),
      header(/^Server: cisco-IOS/i),
      body(/<title>[^<]*(?:Cisco IOS|Cisco Configuration Professional|WebUI)/i),
    ],
  },
  {
    name: same('SonicWall'),
    product: 'sonicwall',
    markers: [
      header(/^Server: SonicWALL/i),
      body(/<title>SonicW(?:all|ALL)(?: -|<)/),
      body(/SonicWall.{0,40}(?:Administrator|Authentication)|auth1\.html\?|swl\.nonce/i),
    ],
  },
  {
    name: same('Juniper J-Web'),
    product: 'juniper',
    markers: [
      body(/<title>[^<]*Juniper (?:Networks )?Web Device Manager/i),
      body(/jweb|\/modules\/login\/|\/stylesheet\/juniper/i),
      header(/^Server: (?:Mbedthis-Appweb|Embedthis-Appweb)/i),
    ],
  },
  {
    name: same('MikroTik WebFig'),
    product: 'mikrotik',
    markers: [
      body(/<title>RouterOS(?: router configuration page)?<\/title>|mikrotik routeros/i),
      body(/\/webfig\/|mikrotik_logo|winbox(?:64)?\.exe/i),
    ],
  },
  {
    name: same('UniFi'),
    product: 'ubiquiti',
    markers: [
      body(/<title>UniFi(?: OS| Network)?<\/title>|UniFi Network/i),
      body(/unifi-(?:portal|os)|\/manage\/(?:angular|account)/i),
      header(/^Location: .*\/manage(?:\/account\/login|$)/),
    ],
  },
  {
    name: { ja: 'ヤマハ RTX／NVR', en: 'Yamaha RTX or NVR' },
    product: 'yamaha-rtx',
    markers: [
      header(/^WWW-Authenticate: .*realm="[^"]*(?:YAMAHA|RTX\d{3,4}|NVR\d{3})/i),
      header(/^Server: .*(?:YAMAHA|RTX\d{3,4}|NVR\d{3})/i),
      body(/<title>[^<]*(?:RTX\d{3,4}|NVR\d{3})/i),
    ],
  },
  {
    name: same('NEC UNIVERGE IX'),
    product: 'nec-ix',
    markers: [
      header(/^WWW-Authenticate: .*realm="[^"]*(?:UNIVERGE|\bIX\d{4})/i),
      header(/^Server: .*(?:UNIVERGE|NEC)/i),
      body(/UNIVERGE IX|<title>[^<]*\bIX\d{4}/),
    ],
  },
  {
    name: { ja: 'アライドテレシス', en: 'Allied Telesis' },
    product: 'allied-telesis',
    markers: [
      header(/^Server: .*(?:Allied|ATR-HTTP|AlliedWare)/i),
      header(/^WWW-Authenticate: .*realm="[^"]*(?:Allied|AR\d{3,4}|AT-)/i),
      body(/<title>[^<]*(?:Allied Telesis|AlliedWare|Device GUI)/i),
    ],
  },
  {
    name: same('F5 BIG-IP'),
    product: 'f5-bigip',
    markers: [
      body(/<title>BIG-IP&reg;-? ?Redirect|BIG-IP(?:&reg;)? Configuration Utility/i),
      header(/^Set-Cookie: BIGIPAuth(?:Username)?Cookie=/),
      body(/\/tmui\/(?:login|tmui)\//),
    ],
  },
  {
    name: same('Sophos Firewall'),
    product: 'sophos',
    markers: [
      body(/<title>\s*Sophos/i),
      body(/\/webconsole\/webpages\/|uiLangToHTMLLangAttributeValueMapping/),
    ],
  },
  {
    name: same('WatchGuard Firebox'),
    product: 'watchguard',
    markers: [
      body(/<title>[^<]*(?:Fireware|WatchGuard)[^<]*(?:UI|Web)/i),
      body(/wgcgi|watchguard_logo|Fireware Web UI/i),
    ],
  },
  {
    name: same('Synology DiskStation'),
    product: null,
    markers: [
      body(/<title>[^<]*(?:Synology|DiskStation|RackStation)/i),
      body(/\/webman\/|SYNO\.SDS|synology_logo/i),
      header(/^Location: .*\/webman\//i),
    ],
  },
  {
    name: same('QNAP'),
    product: null,
    markers: [
      header(/^Server: (?:http server 1\.0|QNAP)/i),
      body(/\/cgi-bin\/QTS\.cgi|<title>[^<]*QNAP/i),
      header(/^Location: .*\/cgi-bin\/(?:QTS|html\/login)/i),
    ],
  },
  {
    name: { ja: 'プリンター・複合機', en: 'a printer' },
    product: null,
    markers: [
      header(
        /^Server: (?:.*(?:HP HTTP|Virata-EmWeb|EPSON_Linux|KM-MFP-http|debut\/|Web-Server\/3\.0|RICOH|CANON HTTP|CUPS\/))/i,
      ),
      body(
        /<title>[^<]*(?:LaserJet|EPSON|DocuCentre|ApeosPort|imageRUNNER|bizhub|RICOH|Web Image Monitor|TASKalfa|Brother|CUPS)/i,
      ),
    ],
  },
  {
    name: { ja: 'ネットワークカメラ', en: 'a network camera' },
    product: null,
    markers: [
      header(
        /^WWW-Authenticate: .*realm="[^"]*(?:AXIS|IP ?Camera|Network ?Camera|NetCam|DVR|NVR|Panasonic|i-PRO)/i,
      ),
      header(/^Server: (?:.*(?:App-webs|Hikvision|DNVRS|Boa\/0|uc-httpd|Cam|IPCamera))/i),
      body(/<title>[^<]*(?:AXIS|Network Camera|IP Camera|i-PRO|Hikvision|WEB SERVICE|NETSurveillance)/i),
    ],
  },
];

import type { Facts, Protocol, Question } from './protocol.ts';

const search = [
  'M-SEARCH * HTTP/1.1',
  'HOST: 239.255.255.250:1900',
  'MAN: "ssdp:discover"',
  'MX: 1',
  'ST: ssdp:all',
  '\r\n',
].join('\r\n');

/** UPnP Device Architecture 1.1 §1.3.2, sent to one address. LOCATION is asked only where it is of the same address. */
export const ssdp: Protocol = {
  name: 'ssdp',
  transport: 'udp',
  ports: [1900],
  services: ['upnp', 'ssdp'],
  questions: [{ asked: 'm-search', say: Buffer.from(search), read }],
  follow: ({ location }, address) => {
    const url = location === undefined ? null : URL.parse(location);
    const isOwn = url?.protocol === 'http:' && url.hostname.replaceAll(/[[\]]/g, '') === address;
    return isOwn ? [description(url)] : [];
  },
};

/** UPnP Device Architecture 1.1 §2: what the device says of itself. No action is called. */
function description(url: URL): Question {
  const path = `${url.pathname}${url.search}`.slice(0, 512);
  const request = `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nUser-Agent: Enkaku\r\nConnection: close\r\n\r\n`;
  return {
    asked: 'description',
    webPort: Number(url.port || 80),
    say: Buffer.from(request),
    isWhole: (bytes) => bytes.includes('</root>'),
    read: readDescription,
  };
}

function readDescription(bytes: Buffer): Facts | undefined {
  const text = bytes.toString('utf8');
  if (!/^HTTP\/1\.[01] 200[ \r]/.test(text)) return undefined;
  const device = /<deviceType>\s*([^<\s]{1,200})/.exec(text)?.[1];
  if (device === undefined) return undefined;
  const element = (name: string) => new RegExp(`<${name}>\\s*([^<\\r\\n]{1,120})`).exec(text)?.[1];
  const [maker, model] = ['manufacturer', 'modelName'].map(element);
  const service = /urn:schemas-upnp-org:service:WAN(?:IP|PPP)Connection:\d/.exec(text)?.[0];
  return {
    device,
    ...(maker === undefined ? {} : { maker }),
    ...(model === undefined ? {} : { model }),
    ...(service === undefined ? {} : { control: service }),
  };
}

function read(bytes: Buffer): Facts | undefined {
  const text = bytes.toString('latin1');
  if (!/^HTTP\/1\.[01] 200[ \r]/.test(text)) return undefined;
  const header = (name: string) =>
    new RegExp(`\\r\\n${name}:[ \\t]*([^\\r\\n]{1,300})`, 'i').exec(text)?.[1]?.trim();
  const [location, software, type] = ['LOCATION', 'SERVER', 'ST'].map(header);
  if (location === undefined && type === undefined) return undefined;
  return {
    ...(location === undefined ? {} : { location }),
    ...(software === undefined ? {} : { software }),
    ...(type === undefined ? {} : { type }),
  };
}

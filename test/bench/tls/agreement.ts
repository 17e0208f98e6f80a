import type { WeakFamily } from '../../../scanner/probes/tls-hello/families.ts';
import { suitesOf } from '../../../scanner/probes/tls-hello/families.ts';
import type { TlsLook } from '../../beds/look-at-tls.ts';
import { nmapLists, type SuiteLists, sslscanLists, type TestsslFinding } from '../../beds/tls-peers.ts';

/** What each peer said of one endpoint; null where it is not installed. */
export interface PeerWords {
  readonly sslscan: string | null;
  readonly nmap: string | null;
  readonly testssl: readonly TestsslFinding[] | null;
}
export type Peer = keyof PeerWords;
export const peers: readonly Peer[] = ['sslscan', 'nmap', 'testssl'];

/** Whether the fault is there; undefined where nothing was said of it. */
export type Answer = boolean | undefined;

interface Item {
  readonly check: string;
  readonly ours: (look: TlsLook) => Answer;
  readonly sslscan?: (xml: string) => Answer;
  readonly nmap?: (xml: string) => Answer;
  readonly testssl?: (findings: readonly TestsslFinding[]) => Answer;
}

type Hello = TlsLook['hello']['data'];
type Seen = { readonly outcome: 'yes' | 'no' | 'unknown' };

const is = ({ outcome }: Seen): Answer => (outcome === 'unknown' ? undefined : outcome === 'yes');
const not = (answer: Answer): Answer => (answer === undefined ? undefined : !answer);

const sslscanProtocol = (type: string, version: string) => (xml: string) =>
  xml.includes(`<protocol type="${type}" version="${version}" enabled="1"`);
const finding = (id: string) => (findings: readonly TestsslFinding[]) =>
  findings.find((item) => item.id === id);
/** testssl rates a fault LOW or worse; INFO and OK are none, WARN is a test that failed. */
const rated =
  (id: string) =>
  (findings: readonly TestsslFinding[]): Answer => {
    const severity = finding(id)(findings)?.severity;
    return severity === undefined || severity === 'WARN' ? undefined : !['OK', 'INFO'].includes(severity);
  };
const offered =
  (id: string) =>
  (findings: readonly TestsslFinding[]): Answer => {
    const text = finding(id)(findings)?.finding;
    return text === undefined ? undefined : text.startsWith('offered');
  };

function version(
  check: string,
  name: keyof Hello['versions'],
  sslscan: readonly [string, string],
  testssl: string,
): Item {
  const fault = check.includes('.no-') ? not : (answer: Answer) => answer;
  return {
    check,
    ours: ({ hello }) => fault(is(hello.data.versions[name])),
    sslscan: (xml) => fault(sslscanProtocol(...sslscan)(xml)),
    nmap: (xml) => fault(name in nmapLists(xml)),
    testssl: (findings) => fault(offered(testssl)(findings)),
  };
}

function family(check: string, name: WeakFamily, testssl?: Item['testssl']): Item {
  const names = new Set(suitesOf(name).map((suite) => suite.name));
  const isListed = (lists: SuiteLists) =>
    Object.values(lists).some((list) => [...list].some((suite) => names.has(suite)));
  return {
    check,
    ours: ({ hello }) => is(hello.data.families[name]),
    sslscan: (xml) => isListed(sslscanLists(xml)),
    nmap: (xml) => isListed(nmapLists(xml)),
    ...(testssl ? { testssl } : {}),
  };
}

/** What both we and a peer answer. */
export const items: readonly Item[] = [
  {
    check: 'tls.protocol.sslv2',
    ours: ({ hello }) => is(hello.data.sslv2),
    sslscan: sslscanProtocol('ssl', '2'),
    testssl: rated('SSLv2'),
  },
  version('tls.protocol.sslv3', 'SSLv3', ['ssl', '3'], 'SSLv3'),
  version('tls.protocol.tls10', 'TLSv1.0', ['tls', '1.0'], 'TLS1'),
  version('tls.protocol.tls11', 'TLSv1.1', ['tls', '1.1'], 'TLS1_1'),
  version('tls.protocol.no-tls12', 'TLSv1.2', ['tls', '1.2'], 'TLS1_2'),
  version('tls.protocol.no-tls13', 'TLSv1.3', ['tls', '1.3'], 'TLS1_3'),
  {
    check: 'tls.protocol.downgrade-scsv-missing',
    ours: ({ hello }) => is(hello.data.fallback),
    testssl: rated('fallback_SCSV'),
  },
  family('tls.cipher.null', 'null', rated('cipherlist_NULL')),
  family('tls.cipher.anon', 'anon', rated('cipherlist_aNULL')),
  family('tls.cipher.export', 'export', rated('cipherlist_EXPORT')),
  family('tls.cipher.rc4', 'rc4', rated('RC4')),
  family('tls.cipher.des', 'des'),
  family('tls.cipher.3des', '3des', rated('SWEET32')),
  family('tls.cipher.idea', 'idea'),
  family('tls.cipher.seed', 'seed'),
  family('tls.cipher.cbc', 'cbc', rated('LUCKY13')),
  family('tls.cipher.ccm8', 'ccm8'),
  family('tls.cipher.no-fs', 'static-rsa'),
  {
    check: 'tls.cipher.order-client',
    ours: ({ hello: { data } }) =>
      data.order.outcome === 'yes'
        ? data.order.value.forward.cipher !== data.order.value.reversed.cipher
        : undefined,
    nmap: (xml) => /cipher preference: client/.test(xml),
    testssl: rated('cipher_order'),
  },
  {
    check: 'tls.kex.dh-small',
    ours: ({ hello: { data } }) =>
      data.dhe.outcome === 'yes'
        ? data.dhe.value.primeBits < 2048
        : not(is({ outcome: data.dhe.outcome === 'no' ? 'yes' : 'unknown' })),
    sslscan: (xml) => [...xml.matchAll(/ dhebits="(\d+)"/g)].some(([, bits]) => Number(bits) < 2048),
    nmap: (xml) => [...xml.matchAll(/>dh (\d+)</g)].some(([, bits]) => Number(bits) < 2048),
    testssl: rated('DH_groups'),
  },
  {
    check: 'tls.compression',
    ours: ({ hello }) => is(hello.data.compression),
    nmap: (xml) => /<elem>(DEFLATE|LZS)<\/elem>/.test(xml),
    testssl: rated('CRIME_TLS'),
  },
  {
    check: 'tls.renego.insecure',
    ours: ({ hello }) => not(is(hello.data.secureRenegotiation)),
    sslscan: (xml) => !/<renegotiation [^>]*secure="1"/.test(xml),
    testssl: rated('secure_renego'),
  },
  {
    check: 'tls.renego.client-initiated',
    ours: ({ behaviour }) => is(behaviour.data.clientRenegotiation),
    testssl: rated('secure_client_renego'),
  },
  {
    check: 'tls.heartbeat-offered',
    ours: ({ hello }) => is(hello.data.heartbeat),
    testssl: (findings) => !/no heartbeat extension/.test(finding('heartbleed')(findings)?.finding ?? ''),
  },
  {
    check: 'tls.ccs-injection',
    ours: ({ behaviour }) => is(behaviour.data.ccsInjection),
    testssl: rated('CCS'),
  },
  {
    check: 'tls.ticketbleed',
    ours: ({ behaviour }) => is(behaviour.data.ticketbleed),
    testssl: rated('ticketbleed'),
  },
  { check: 'tls.robot', ours: ({ behaviour }) => is(behaviour.data.robot), testssl: rated('ROBOT') },
];

export interface Disagreement {
  readonly peer: Peer;
  readonly check: string;
  readonly place: string;
  readonly ours: Answer;
  readonly theirs: Answer;
}

export interface Agreement {
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
}

/** Item by item against one peer; where either said nothing there is nothing to compare. */
export function compare(place: string, look: TlsLook, words: PeerWords, peer: Peer): Agreement {
  const rows = items.map((item) => ({ item, ours: item.ours(look), theirs: answerOf(item, words, peer) }));
  const comparable = rows.filter(({ ours, theirs }) => ours !== undefined && theirs !== undefined);
  return {
    compared: comparable.length,
    disagreements: comparable
      .filter(({ ours, theirs }) => ours !== theirs)
      .map(({ item, ours, theirs }) => ({ peer, check: item.check, place, ours, theirs })),
  };
}

function answerOf(item: Item, words: PeerWords, peer: Peer): Answer {
  if (peer === 'testssl') return words.testssl === null ? undefined : item.testssl?.(words.testssl);
  const said = words[peer];
  return said === null ? undefined : item[peer]?.(said);
}

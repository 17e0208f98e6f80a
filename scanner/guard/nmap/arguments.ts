import { parsePortList } from '../../probes/ports/port-list.ts';
import { GuardError } from '../guard.ts';

/**
 * Never asked for their version: Modbus, S7, Fox, printers (they print what they are sent), DNP3, EtherNet/IP,
 * BACnet. nmap's version scripts would speak to pumps and doors.
 */
export const neverIdentified: ReadonlySet<number> = new Set([
  102, 502, 1911, 9100, 9101, 9102, 9103, 9104, 9105, 9106, 9107, 20_000, 44_818, 47_808,
]);

/**
 * Where nmap's probes for SOCKS ask a proxy, if it is one, for the site of a third party (nmap-service-probes, Socks4
 * and Socks5). What does not name itself to us there stays unnamed.
 */
const mayRelay = [
  199, 1080, 1090, 1095, 1100, 1105, 1109, 3128, 6588, 7777, 8000, 8008, 8010, 8080, 8088, 9481,
];

/** Ports whose service nmap is never asked for. */
export const notForNmap: ReadonlySet<number> = new Set([...neverIdentified, ...mayRelay]);

export interface NmapWish {
  readonly scan: 'half-open' | 'connect';
  readonly identify: boolean;
  readonly ports: readonly number[];
  /** The arguments as they go to nmap. */
  readonly args: readonly string[];
}

const withoutValue = new Set(['-sS', '-sT', '-sV', '--defeat-rst-ratelimit']);
const withValue: Readonly<Record<string, RegExp>> = {
  '-p': /^T:[\d,-]{1,16384}$/,
  '--version-intensity': /^[0-5]$/,
  '--max-retries': /^[0-3]$/,
  '--initial-rtt-timeout': /^\d{3,4}ms$/,
  '--max-rtt-timeout': /^\d{3,4}ms$/,
};

/** What a probe may ask of nmap: an allow-list, since nmap can do far more than look. @throws GuardError */
export function readWish(args: readonly string[]): NmapWish {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? '';
    const shape = withValue[option];
    if (withoutValue.has(option)) flags.add(option);
    else if (shape?.test(args[index + 1] ?? '')) values.set(option, args[++index] ?? '');
    else throw new GuardError('not-permitted', `nmap ${option.slice(0, 60)} is not permitted`);
  }
  if (flags.has('-sS') === flags.has('-sT')) throw new GuardError('not-permitted', 'one of -sS and -sT');
  const ports = readPorts(values.get('-p'));
  const identify = flags.has('-sV');
  const untouchable = identify ? ports.find((port) => notForNmap.has(port)) : undefined;
  if (untouchable !== undefined) {
    throw new GuardError('not-permitted', `port ${untouchable} is never asked for its version`);
  }
  return { scan: flags.has('-sS') ? 'half-open' : 'connect', identify, ports, args };
}

function readPorts(text: string | undefined): readonly number[] {
  try {
    return parsePortList(text?.slice('T:'.length) ?? '');
  } catch (error) {
    throw new GuardError('not-permitted', error instanceof Error ? error.message : 'no ports');
  }
}

import {
  type Address,
  expandCidr,
  parseAddress,
  parseCidr,
  specialPurpose,
} from '@enkaku/shared/model/address.ts';
import { type HostName, parseHostName } from '@enkaku/shared/model/host-name.ts';
import type { OrderTarget } from '@enkaku/shared/protocol/order.ts';
import type { DiagnoseOptions } from './options.ts';
import { RefusedError } from './refused.ts';

export type ResolveName = (name: HostName) => Promise<readonly Address[]>;

const mostAddresses = 256;

/** Every host and domain that the command line names, each address once with all its names. @throws RefusedError */
export async function targetsOf(
  options: DiagnoseOptions,
  resolve: ResolveName,
): Promise<readonly OrderTarget[]> {
  const places = (await Promise.all(options.targets.map((text) => placesOf(text, resolve)))).flat();
  for (const { address } of places) permit(address, options);
  const byAddress = Map.groupBy(places, ({ address }) => address);
  if (byAddress.size > mostAddresses) {
    throw new RefusedError({
      ja: `対象が多すぎます（${byAddress.size} 件）。一度に診断できるのは ${mostAddresses} 件までです。`,
      en: `too many addresses (${byAddress.size}); at most ${mostAddresses} at once`,
    });
  }
  const zones = [...options.domains];
  return [
    ...[...byAddress].map(
      ([address, group]): OrderTarget => ({
        kind: 'host',
        address,
        names: [...new Set(group.flatMap(({ name }) => name ?? []))],
        zones,
      }),
    ),
    ...zones.map((domain): OrderTarget => ({ kind: 'domain', domain })),
  ];
}

interface Place {
  readonly address: Address;
  readonly name?: HostName;
}

/** `ADDRESS` | `NAME` | `NAME@ADDRESS` | `CIDR`. */
async function placesOf(text: string, resolve: ResolveName): Promise<readonly Place[]> {
  const address = parseAddress(text);
  if (address !== undefined) return [{ address }];
  const cidr = parseCidr(text);
  if (cidr !== undefined) return expand(text, cidr).map((each) => ({ address: each }));
  const [typedName = '', pinned] = text.split('@', 2);
  const name = parseHostName(typedName);
  if (name === undefined) throw notATarget(text);
  if (pinned !== undefined) {
    const at = parseAddress(pinned);
    if (at === undefined) throw notATarget(text);
    return [{ address: at, name }];
  }
  const addresses = await resolve(name);
  if (addresses.length === 0) {
    throw new RefusedError({
      ja: `${name} のアドレスが見つかりません。`,
      en: `no address found for ${name}`,
    });
  }
  return addresses.map((each) => ({ address: each, name }));
}

function expand(text: string, [network, prefix]: readonly [Address, number]): readonly Address[] {
  try {
    return expandCidr(network, prefix, mostAddresses);
  } catch {
    throw new RefusedError({
      ja: `${text} は広すぎます。一度に診断できるのは ${mostAddresses} 件までです。`,
      en: `${text} is too wide; at most ${mostAddresses} addresses at once`,
    });
  }
}

/** The lab reaches special-purpose addresses and nothing else; the Internet is touched only with somebody's authority. */
function permit(address: Address, options: DiagnoseOptions): void {
  const special = specialPurpose(address);
  if (options.network === 'lab' && special === undefined) {
    throw new RefusedError({
      ja: `--lab では公開アドレスを診断できません: ${address}`,
      en: `--lab permits no public address: ${address}`,
    });
  }
  if (options.network === 'internet' && special !== undefined) {
    throw new RefusedError({
      ja: `${address} は特殊用途のアドレス（${special}）のため診断できません。試験環境では --lab を付けてください。`,
      en: `${address} is a special-purpose address (${special}); in a lab, say --lab`,
    });
  }
  if (options.network === 'internet' && options.authorizedBy === null) {
    throw new RefusedError({
      ja: '公開アドレスの診断には、許可した人を示す --authorized-by が必要です。',
      en: 'public addresses need --authorized-by, naming who permits it',
    });
  }
}

function notATarget(text: string): RefusedError {
  const shown = text.slice(0, 100);
  return new RefusedError({
    ja: `診断対象として読み取れません: ${shown}（アドレス、ホスト名、ホスト名@アドレス、CIDR のどれかで指定します）`,
    en: `not a target: ${shown} (an address, a name, NAME@ADDRESS, or a CIDR)`,
  });
}

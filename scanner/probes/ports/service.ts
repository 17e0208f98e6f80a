import { limits } from '@enkaku/shared/evidence/limits.ts';
import { bounded } from '../wire/bounded.ts';
import type { PortSeen } from './port-seen.ts';

export type Service = NonNullable<PortSeen['service']>;

/** nmap's own figure for an answer that leaves no doubt. */
const certain = 10;

/** A service that answered in its own language. `cpe`: `a:vendor:product`, its version is added where it is known. */
export function answered(
  name: string,
  known: Partial<Pick<Service, 'product' | 'version' | 'extraInfo' | 'tunnel'>> & { cpe?: string } = {},
): Service {
  const { product = null, version = null, extraInfo = null, tunnel = null, cpe } = known;
  const [bare] = version?.split(' ') ?? [];
  return {
    name,
    method: 'probed',
    confidence: certain,
    product: printable(product),
    version: printable(version),
    extraInfo: printable(extraInfo),
    tunnel,
    cpe: cpe === undefined ? [] : [printable(`cpe:/${cpe}${bare ? `:${bare.toLowerCase()}` : ''}`) ?? ''],
  };
}

function printable(text: string | null): string | null {
  if (text === null) return null;
  const shown = bounded(text.replaceAll(/[^\x20-\x7e]/g, ''), limits.line).trim();
  return shown === '' ? null : shown;
}

import { bodySigns, type FileResponse, headerSign, type Sign } from '../http/files.ts';
import { header } from '../http/pages.ts';

const asset = /\/owa\/(?:auth\/)?(\d{1,2}\.\d{1,2}\.\d{1,5}(?:\.\d{1,4})?)\//i;

/** The build of an Exchange server, from its header or the path of its pages' files. */
export function exchangeBuildIn(
  response: FileResponse,
): { readonly version: string; readonly sign: Sign } | undefined {
  const told = /^\d{1,2}\.\d{1,2}\.\d{1,5}(?:\.\d{1,4})?$/.exec(header(response, 'x-owa-version') ?? '')?.[0];
  const sign = told === undefined ? undefined : headerSign(response, 'x-owa-version', /^\d/);
  if (told !== undefined && sign !== undefined) return { version: told, sign };
  const version = asset.exec(response.body)?.[1];
  const [shown] = bodySigns(response, asset) ?? [];
  return version === undefined || shown === undefined ? undefined : { version, sign: shown };
}

interface Support {
  readonly product: string;
  /** Date, Japan and elsewhere alike, after which Microsoft repairs nothing; null while it does. */
  readonly endsOn: string | null;
}

/** Subscription Edition begins with this build of 15.2. */
const firstSubscriptionBuild = 2562;

const byRelease: Readonly<Record<string, Support>> = {
  '8.0': { product: 'Exchange Server 2007', endsOn: '2017-04-11' },
  '8.1': { product: 'Exchange Server 2007', endsOn: '2017-04-11' },
  '8.2': { product: 'Exchange Server 2007', endsOn: '2017-04-11' },
  '8.3': { product: 'Exchange Server 2007', endsOn: '2017-04-11' },
  '14.0': { product: 'Exchange Server 2010', endsOn: '2020-10-13' },
  '14.1': { product: 'Exchange Server 2010', endsOn: '2020-10-13' },
  '14.2': { product: 'Exchange Server 2010', endsOn: '2020-10-13' },
  '14.3': { product: 'Exchange Server 2010', endsOn: '2020-10-13' },
  '15.0': { product: 'Exchange Server 2013', endsOn: '2023-04-11' },
  '15.1': { product: 'Exchange Server 2016', endsOn: '2025-10-14' },
};

/** Microsoft's build numbers and lifecycle dates. */
export function supportEndOf(version: string): Support {
  const [major = '', minor = '', build = ''] = version.split('.');
  if (`${major}.${minor}` === '15.2') {
    return Number(build) >= firstSubscriptionBuild
      ? { product: 'Exchange Server Subscription Edition', endsOn: null }
      : { product: 'Exchange Server 2019', endsOn: '2025-10-14' };
  }
  return byRelease[`${major}.${minor}`] ?? { product: 'Exchange Server', endsOn: null };
}

import type { Evidence } from '../../evidence/evidence.ts';
import type { Confidence } from '../../model/verdict.ts';
import type { Recog } from '../recog/fingerprints.ts';
import { matchRecog } from '../recog/match.ts';
import { spokenIn } from './spoken.ts';

/** A product that was seen at a port of a host. */
export interface ProductSeen {
  readonly port: number | null;
  /** As CPE writes them: `openbsd`, `openssh`. */
  readonly vendor: string;
  readonly product: string;
  readonly version: string | null;
  readonly cpe: string;
  /** Where it showed itself: `ports`, `ssh.banner`, `html_title` … */
  readonly sources: readonly string[];
  /** Verified by two independent signs; one alone may be borrowed, forged or out of date. */
  readonly confidence: Confidence;
}

interface Sign {
  readonly port: number | null;
  readonly cpe: string;
  readonly source: string;
}

/** nmap's and recog's names for the same. */
const synonyms: Readonly<Record<string, string>> = {
  'igor_sysoev:nginx': 'nginx:nginx',
  'f5:nginx': 'nginx:nginx',
  'mysql:mysql': 'oracle:mysql',
  'microsoft:internet_information_services': 'microsoft:internet_information_server',
};

/** What a host's evidence shows of products: nmap's CPEs, and recog's fingerprints where they were imported. */
export function identifyProducts(ofHost: readonly Evidence[], recog: Recog | null): readonly ProductSeen[] {
  const signs = ofHost.flatMap((item) => [
    ...signsOfPorts(item),
    ...(recog === null ? [] : signsOfRecog(item, recog)),
  ]);
  const grouped = Map.groupBy(signs, ({ port, cpe }) => `${port} ${nameOf(cpe)}`);
  return [...grouped.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [merge(first, same)];
  });
}

function merge(first: Sign, same: readonly Sign[]): ProductSeen {
  const [vendor = '', product = ''] = nameOf(first.cpe).split(':');
  const versions = new Set(same.map(({ cpe }) => versionOf(cpe)).filter((version) => version !== null));
  const sources = [...new Set(same.map(({ source }) => source))];
  const longest = same.map(({ cpe }) => cpe).toSorted((a, b) => b.length - a.length)[0] ?? first.cpe;
  return {
    port: first.port,
    vendor,
    product,
    // Signs that disagree about the version say nothing about it.
    version: versions.size === 1 ? ([...versions][0] ?? null) : null,
    cpe: longest,
    sources,
    confidence: new Set(sources.map(witnessOf)).size > 1 ? 'verified' : 'inferred',
  };
}

/** nmap and a banner's fingerprint read the same greeting: together they are one witness. */
function witnessOf(source: string): string {
  return source === 'ports' || /\.banners?$|_header\.server$/.test(source) ? 'greeting' : source;
}

/** Only what answered: a CPE from nmap's table of ports does not exist. */
function signsOfPorts(item: Evidence): readonly Sign[] {
  if (item.kind !== 'ports') return [];
  return item.data.ports.flatMap(({ port, service }) =>
    service?.method === 'probed'
      ? service.cpe.filter(isCpe).map((cpe) => ({ port, cpe, source: 'ports' }))
      : [],
  );
}

function signsOfRecog(item: Evidence, recog: Recog): readonly Sign[] {
  return spokenIn(item).flatMap(({ port, source, text }) => {
    const facts = matchRecog(recog, source, text) ?? {};
    return [facts['service.cpe23'], facts['os.cpe23'], facts['hw.cpe23']]
      .filter((cpe) => cpe !== undefined)
      .filter(isCpe)
      .map((cpe) => ({ port, cpe, source }));
  });
}

function isCpe(text: string): boolean {
  return /^cpe:\/[aoh]:[^:]{1,100}:[^:]{1,100}/.test(text);
}

function nameOf(cpe: string): string {
  const [, , vendor, product] = cpe.split(':');
  const name = `${vendor}:${product}`.toLowerCase();
  return synonyms[name] ?? name;
}

function versionOf(cpe: string): string | null {
  const version = cpe.split(':')[4];
  return version === undefined || version === '' || version === '-' || version === '*' ? null : version;
}

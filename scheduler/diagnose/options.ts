import { parseArgs } from 'node:util';
import { type Group, groups } from '@enkaku/shared/checks/group.ts';
import { type HostName, parseHostName } from '@enkaku/shared/model/host-name.ts';
import { type OptIn, optInIds, parseOptIns } from '@enkaku/shared/model/opt-in.ts';
import { type PortChoice, parsePorts } from '@enkaku/shared/model/ports.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import { RefusedError } from './refused.ts';
import { parseResolver, type Resolver } from './resolver.ts';

export interface DiagnoseOptions {
  readonly targets: readonly string[];
  readonly domains: readonly HostName[];
  readonly resolver: Resolver | null;
  readonly caFiles: readonly string[];
  readonly ports: PortChoice;
  readonly groups: readonly Group[];
  readonly optIns: readonly OptIn[];
  readonly network: 'internet' | 'lab';
  readonly authorizedBy: string | null;
  readonly outDir: string | null;
  readonly output: 'json' | 'summary';
}

export const usage =
  'usage: diagnose [TARGET…] [--domain NAME]… [--resolver ADDRESS[:PORT]] [--ca FILE] [--ports default|all|LIST] ' +
  '[--only GROUP,…] [--opt-in ID,…] [--lab] [--authorized-by TEXT] [--out DIR] [--json]';

/** @throws RefusedError for anything that is not understood */
export function parseOptions(args: readonly string[]): DiagnoseOptions {
  const { values, positionals } = readArgs(args);
  const domains = (values.domain ?? []).map(
    (text) => parseHostName(text) ?? refuse('ドメイン名', 'a domain name', text),
  );
  if (positionals.length === 0 && domains.length === 0) throw new RefusedError(bothLanguages(usage));
  return {
    targets: positionals,
    domains,
    resolver:
      values.resolver === undefined
        ? null
        : (parseResolver(values.resolver) ?? refuse('リゾルバー', 'a resolver', values.resolver)),
    caFiles: values.ca ?? [],
    ports: portsOf(values.ports ?? 'default'),
    groups: groupsOf(values.only),
    optIns: optInsOf(values['opt-in'] ?? ''),
    network: values.lab === true ? 'lab' : 'internet',
    authorizedBy: values['authorized-by'] ?? null,
    outDir: values.out ?? null,
    output: values.json === true ? 'json' : 'summary',
  };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg, index) => !(index === 0 && arg === '--')),
      allowPositionals: true,
      options: {
        domain: { type: 'string', multiple: true },
        resolver: { type: 'string' },
        ca: { type: 'string', multiple: true },
        ports: { type: 'string' },
        only: { type: 'string' },
        'opt-in': { type: 'string' },
        lab: { type: 'boolean' },
        'authorized-by': { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new RefusedError(
      bothLanguages(`${error instanceof Error ? error.message.split('\n')[0] : error} (${usage})`),
    );
  }
}

function portsOf(text: string): PortChoice {
  return parsePorts(text) ?? refuse('ポート番号', 'ports', text);
}

function groupsOf(text: string | undefined): readonly Group[] {
  if (text === undefined) return groups;
  return text
    .split(',')
    .map(
      (name) =>
        groups.find((group) => group === name) ?? refuse('検査の分類', `a group (${groups.join(' ')})`, name),
    );
}

function optInsOf(text: string): readonly OptIn[] {
  return parseOptIns(text) ?? refuse('同意が必要な検査', `opt-in tests (${optInIds.join(' ')})`, text);
}

function refuse(ja: string, en: string, text: string): never {
  const shown = text.slice(0, 100);
  throw new RefusedError({ ja: `${ja}として読み取れません: ${shown}`, en: `not ${en}: ${shown}` });
}

function bothLanguages(text: string): Text {
  return { ja: text, en: text };
}

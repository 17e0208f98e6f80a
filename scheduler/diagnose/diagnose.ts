import { readFile } from 'node:fs/promises';
import { catalogue } from '@enkaku/shared/checks/catalogue.ts';
import { consented, only } from '@enkaku/shared/checks/group.ts';
import { instant } from '@enkaku/shared/model/instant.ts';
import { buildReport } from '@enkaku/shared/report/build.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { findAuthorities } from '../authorities/find.ts';
import { knowledgeAtHand } from '../knowledge/at-hand.ts';
import { type Gathered, gather, type Tell } from './gather.ts';
import type { DiagnoseOptions } from './options.ts';
import { ordersFor } from './orders.ts';
import { RefusedError } from './refused.ts';
import { type Resolver, resolveName, systemResolver } from './resolver.ts';
import { startScanner } from './scanner-child.ts';
import { targetsOf } from './targets.ts';

/** One diagnosis without portal or database. @throws RefusedError before anything is sent, ScannerFailedError */
export async function diagnose(
  options: DiagnoseOptions,
  tell: Tell,
): Promise<{ report: Report; gathered: Gathered }> {
  const resolver = options.resolver ?? (options.network === 'lab' ? null : systemResolver());
  const targets = await targetsOf(options, (name) => resolveName(name, options.resolver));
  const checks = consented(only(catalogue, options.groups), options.optIns);
  const startedAt = instant(Date.now());
  const authorities = await authoritiesOf(options, resolver);
  for (const line of hintsFor(authorities, resolver)) tell(line);
  const orders = ordersFor(targets, {
    options,
    catalogue: checks,
    resolver,
    authorities,
    trustAnchors: await Promise.all(options.caFiles.map(readAnchor)),
    now: startedAt,
  });
  await using scanner = startScanner();
  const gathered = await gather(orders, scanner, tell);
  const finishedAt = instant(Date.now());
  const report = buildReport(
    { ...gathered, startedAt, finishedAt },
    {
      catalogue: checks,
      knowledge: await knowledgeAtHand(),
      evaluatedAt: finishedAt,
      authorizedBy: options.authorizedBy,
    },
  );
  return { report, gathered };
}

async function authoritiesOf({ domains, network }: DiagnoseOptions, resolver: Resolver | null) {
  const found = domains.map(
    async (domain) => [domain, await findAuthorities(domain, { resolver, network })] as const,
  );
  return new Map(await Promise.all(found));
}

/** What a user who sees less than expected wants to know. */
function hintsFor(
  authorities: Awaited<ReturnType<typeof authoritiesOf>>,
  resolver: Resolver | null,
): readonly string[] {
  return [...authorities].flatMap(([domain, { length }]) => {
    if (resolver === null) return [`${domain}: nothing can be asked without --resolver`];
    return length > 0 ? [] : [`${domain}: no name servers of its own; is it a zone, and spelt right?`];
  });
}

async function readAnchor(file: string): Promise<string> {
  const pem = await readFile(file, 'utf8').catch(() => '');
  if (!pem.includes('-----BEGIN CERTIFICATE-----') || pem.length > 20_000) {
    throw new RefusedError({
      ja: `証明書として読み取れません: ${file}`,
      en: `not a PEM certificate: ${file}`,
    });
  }
  return pem;
}

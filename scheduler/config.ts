import { getServers } from 'node:dns';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseResolver } from './diagnose/resolver.ts';
import type { Environment } from './env.ts';
import type { OrderSettings } from './plan/order-of.ts';
import type { ReporterSettings } from './reporter/settings.ts';

/** What the scheduler was told to be: plain data, so that its workers can be handed it. */
export interface Config {
  readonly databaseUrl: string;
  /** Where mails are written that no mail server takes. */
  readonly outboxDir: string;
  readonly fleet: { readonly host: string; readonly port: number; readonly tls: Tls | null };
  /** null: mails become files. */
  readonly smtpUrl: string | null;
  readonly reporter: ReporterSettings;
  readonly orders: OrderSettings;
  readonly logLevel: string;
}

/** PEM. */
interface Tls {
  readonly cert: string;
  readonly key: string;
}

export class InvalidConfigError extends Error {
  override readonly name = 'InvalidConfigError';
  readonly code = 'invalid-config';
}

/** Reads the files that the environment names. @throws InvalidConfigError, or the file's own error */
export function configOf(env: Environment): Config {
  const portalUrl = env.PORTAL_URL ?? `http://${env.PORTAL_HOST}:${env.PORTAL_PORT}`;
  return {
    databaseUrl: env.DATABASE_URL ?? `sqlite:${path.join(env.ENKAKU_VAR, 'enkaku.db')}`,
    outboxDir: path.join(env.ENKAKU_VAR, 'outbox'),
    fleet: { host: env.FLEET_HOST, port: env.FLEET_PORT, tls: tlsOf(env) },
    smtpUrl: env.SMTP_URL || null,
    reporter: {
      portalUrl,
      mailFrom: env.MAIL_FROM,
      contact: env.ENKAKU_CONTACT,
      sourceAddresses: env.ENKAKU_SOURCE_ADDRESSES.split(/[\s,]+/).filter((part) => part !== ''),
    },
    orders: {
      network: env.ENKAKU_NETWORK,
      resolver: resolverOf(env),
      trustAnchors: env.ENKAKU_CA ? [readFileSync(env.ENKAKU_CA, 'utf8')] : [],
      portalUrl,
    },
    logLevel: env.LOG_LEVEL,
  };
}

function tlsOf({ FLEET_TLS_CERT: cert, FLEET_TLS_KEY: key }: Environment): Tls | null {
  if (!cert && !key) return null;
  if (!cert || !key) throw new InvalidConfigError('FLEET_TLS_CERT and FLEET_TLS_KEY belong together');
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

/** The laboratory asks nobody unless told whom; the Internet is asked through the resolver of this machine. */
function resolverOf(env: Environment): OrderSettings['resolver'] {
  const text = env.ENKAKU_RESOLVER || (env.ENKAKU_NETWORK === 'internet' ? getServers()[0] : undefined);
  if (text === undefined) return null;
  const resolver = parseResolver(text);
  if (resolver === undefined) throw new InvalidConfigError(`ENKAKU_RESOLVER: ADDRESS[:PORT], not ${text}`);
  return resolver;
}

import type { Environment } from '../env.ts';
import { freePort } from './free-port.ts';

export interface Addresses {
  /** As people and nodes elsewhere type them. */
  readonly portalUrl: string;
  readonly fleetUrl: string;
  /** Where this machine finds out whether they answer. */
  readonly portalHealth: string;
  readonly fleetHealth: string;
  readonly portalPort: number;
  readonly fleetPort: number;
}

/** Port 0 means any that is free. @throws PortTakenError */
export async function addressesOf(env: Environment): Promise<Addresses> {
  const portalPort = await freePort(env.PORTAL_HOST, env.PORTAL_PORT);
  const fleetPort = await freePort(env.FLEET_HOST, env.FLEET_PORT);
  const scheme = env.FLEET_TLS_CERT ? 'https' : 'http';
  const portal = `http://${hereAt(env.PORTAL_HOST)}:${portalPort}`;
  const fleet = `${scheme}://${hereAt(env.FLEET_HOST)}:${fleetPort}`;
  return {
    portalUrl: (env.PORTAL_URL ?? portal).replace(/\/$/, ''),
    fleetUrl: (env.FLEET_URL ?? fleet).replace(/\/$/, ''),
    portalHealth: `${portal}/healthz`,
    fleetHealth: `${fleet}/fleet/v1/health`,
    portalPort,
    fleetPort,
  };
}

/** A server that listens everywhere is reached on this machine by loopback. */
function hereAt(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

import type { Kysely } from 'kysely';
import type { Measured } from '../model/estimate.ts';
import { msBetween } from '../model/instant.ts';
import type { Window } from '../model/window.ts';
import type { Database } from './database.ts';
import { decodeJson } from './json.ts';
import type { ReservationRow } from './reservation.ts';

const newestMeasured = 500;
/** Where no node has joined yet, one is expected. */
const usualSlots = 8;

/** How long the newest jobs took that one node did from beginning to end, the newest first. */
export async function listMeasured(db: Kysely<Database>): Promise<readonly Measured[]> {
  const rows = await db
    .selectFrom('job')
    .innerJoin('reservation', 'reservation.id', 'job.reservationId')
    .select(['job.target', 'job.host', 'job.startedAt', 'job.finishedAt', 'reservation.ports'])
    .where('job.state', '=', 'done')
    .where('job.attempts', '=', 1)
    .orderBy('job.finishedAt', 'desc')
    .limit(newestMeasured)
    .execute();
  return rows.flatMap(({ target, host, ports, startedAt, finishedAt }) => {
    if (startedAt === null || finishedAt === null) return [];
    const { kind } = decodeJson(target);
    const durationMs = msBetween(startedAt, finishedAt);
    return [{ kind, host, ports: kind === 'domain' ? '' : ports, durationMs }];
  });
}

/** Hosts that the nodes at work diagnose at once. */
export async function countSlots(db: Kysely<Database>): Promise<number> {
  const nodes = await db.selectFrom('node').select('slots').where('state', '=', 'active').execute();
  return nodes.length === 0 ? usualSlots : nodes.reduce((sum, { slots }) => sum + slots, 0);
}

/** What is booked, by whomever, for a time that overlaps this one, and has not ended. */
export async function listCompeting(
  db: Kysely<Database>,
  window: Window,
): Promise<readonly Pick<ReservationRow, 'id' | 'opensAt' | 'closesAt' | 'purpose' | 'hosts' | 'workMs'>[]> {
  return await db
    .selectFrom('reservation')
    .select(['id', 'opensAt', 'closesAt', 'purpose', 'hosts', 'workMs'])
    .where('state', 'in', ['confirmed', 'running'])
    .where('opensAt', '<', window.closesAt)
    .where('closesAt', '>', window.opensAt)
    .execute();
}

import { insertEvidence } from '@enkaku/shared/db/evidence.ts';
import { encodeJson } from '@enkaku/shared/db/json.ts';
import type { Store } from '@enkaku/shared/db/open.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { seedJob, seedReservation } from '@enkaku/shared/db/seed.fixture.ts';
import type { Evidence } from '@enkaku/shared/evidence/evidence.ts';
import { acceptedHello, buildTlsHello } from '@enkaku/shared/evidence/tls-hello/build.fixture.ts';
import type { EvidenceId, OrganisationId, ReservationId } from '@enkaku/shared/model/id.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { ReporterSettings } from './settings.ts';

export const settings: ReporterSettings = {
  portalUrl: 'https://shindan.example.jp',
  mailFrom: '遠隔診断センター <shindan@centre.example.jp>',
  contact: '',
  sourceAddresses: ['198.51.100.7'],
};

/** TLS 1.0 is offered. */
export const oldTls = buildTlsHello({ versions: { 'TLSv1.0': acceptedHello({ version: 'TLSv1.0' }) } });
/** The same server, put right. */
export const newTls = buildTlsHello();
/** The same server, which did not answer that question. */
export const silentTls = buildTlsHello({
  versions: { 'TLSv1.0': { outcome: 'unknown', reason: 'timeout' } },
});

/** A reservation whose one job has ended and brought this evidence. */
export async function seedJudging(
  store: Store,
  evidence: readonly Evidence[],
  overrides: Partial<ReservationRow> & { readonly seenAt?: Instant } = {},
): Promise<{ readonly id: ReservationId; readonly organisationId: OrganisationId }> {
  const { seenAt = '2026-11-21T12:00:00.000Z', ...row } = overrides;
  const reservation = await seedReservation(store.db, { state: 'judging', ...row });
  const jobId = await seedJob(store.db, reservation, {
    state: 'done',
    load: encodeJson({
      packets: 100,
      requests: 0,
      maxPerSecond: 10,
      targetLatency: { before: 1, during: 2, after: 1 },
    }),
  });
  for (const [index, item] of evidence.entries()) {
    const id: EvidenceId = `evd_${jobId.slice(4)}${index}`;
    await insertEvidence(store.db, { ...item, id, jobId, gatheredAt: seenAt } as Evidence);
  }
  return reservation;
}

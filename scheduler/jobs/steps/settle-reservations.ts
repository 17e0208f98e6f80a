import type { Database } from '@enkaku/shared/db/database.ts';
import { countEvidence } from '@enkaku/shared/db/evidence.ts';
import { type JobRow, listJobs } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { moveReservation, type ReservationRow } from '@enkaku/shared/db/reservation.ts';
import type { Instant } from '@enkaku/shared/model/instant.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';
import type { Kysely } from 'kysely';
import { inTurn } from '../in-turn.ts';
import { reportFailure } from '../report-failure.ts';
import type { Work } from '../work.ts';

/** When every job has ended, what was seen is judged; where nothing was seen, the owner is told why. */
export async function settleReservations(work: Work, now: Instant): Promise<void> {
  const { db } = work.store;
  await inTurn(await listFinished(db), async (reservation) => {
    if ((await countEvidence(db, reservation.id)) > 0) {
      await moveReservation(db, reservation.id, 'running', 'judging');
      return;
    }
    await db.transaction().execute(async (trx) => {
      if (!(await moveReservation(trx, reservation.id, 'running', 'could-not-run'))) return;
      await reportFailure(work, trx, reservation, reasonOf(await listJobs(trx, reservation.id)), now);
    });
  });
}

/** Running reservations of which no job is left to do. */
export async function listFinished(db: Kysely<Database>): Promise<readonly ReservationRow[]> {
  return await db
    .selectFrom('reservation')
    .selectAll()
    .where('state', '=', 'running')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job')
            .select('job.id')
            .whereRef('job.reservationId', '=', 'reservation.id')
            .where('job.state', 'in', ['queued', 'leased']),
        ),
      ),
    )
    .execute();
}

function reasonOf(jobs: readonly JobRow[]): Text {
  const reasons = jobs.flatMap((job) => decodeJson(job.unprobed).map(({ reason }) => reason));
  if (jobs.every(({ startedAt }) => startedAt === null)) return nobodyCame;
  return (reasons[0] === undefined ? undefined : reasonText[reasons[0]]) ?? nothingSeen;
}

const nobodyCame: Text = {
  ja: '診断枠が終わるまでに、診断を始められる診断装置がありませんでした。',
  en: 'No scanner node could begin before the window closed.',
};

const nothingSeen: Text = {
  ja: '診断装置が診断を完了できず、結果を得られませんでした。',
  en: 'The scanner nodes could not complete the diagnosis and brought no result.',
};

const reasonText: Readonly<Partial<Record<Unprobed['reason'], Text>>> = {
  'tool-missing': {
    ja: '診断装置に必要な道具（nmap）がなかったため、診断できませんでした。',
    en: 'The scanner node lacked a tool it needs (nmap), so nothing was diagnosed.',
  },
  'tool-killed': {
    ja: '診断装置の道具（nmap）が途中で終了させられたため、診断できませんでした。',
    en: 'The scanner node’s tool (nmap) was killed, so nothing was diagnosed.',
  },
  unreachable: {
    ja: '診断対象に接続できず、結果を得られませんでした。',
    en: 'What was to be diagnosed could not be reached.',
  },
  'window-closed': {
    ja: '結果が得られる前に診断枠が終わりました。',
    en: 'The window closed before there was any result.',
  },
};

import { EnkakuError } from '@enkaku/shared/model/error.ts';
import type { ReservationId } from '@enkaku/shared/model/id.ts';

/** SQLite, the file system and PostgreSQL (SQLSTATE 53100) say it each in their way. */
const diskFull: ReadonlySet<unknown> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100']);

/** The report was made and could not be stored. Nothing of it was; the next round makes it again. */
export class ReportNotWrittenError extends EnkakuError {
  override readonly name = 'ReportNotWrittenError';
  readonly code = 'report-not-written';

  constructor(reservationId: ReservationId, cause: unknown) {
    const full = cause instanceof Error && 'code' in cause && diskFull.has(cause.code);
    super(
      {
        ja: `予約 ${reservationId} の報告書を保存できませんでした。${full ? 'ディスクの空きがありません。空きができしだい、' : ''}自動的にやり直します。診断の結果は失われていません。`,
        en: `The report of ${reservationId} could not be stored${full ? ': the disk is full. Free some space;' : ';'} it will be tried again by itself, and nothing that was seen is lost.`,
      },
      { cause },
    );
  }
}

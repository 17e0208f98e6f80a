import type { JobState } from '@enkaku/shared/db/tables/job.ts';
import type { ReservationState } from '@enkaku/shared/db/tables/reservation.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Catalogue } from '../../layout/catalogue.ts';

export const stateText: Readonly<Record<ReservationState, Text>> = {
  confirmed: { ja: '予約済み', en: 'Booked' },
  running: { ja: '診断中', en: 'Under way' },
  judging: { ja: '報告書を作成中', en: 'Report in preparation' },
  reported: { ja: '報告書あり', en: 'Reported' },
  'could-not-run': { ja: '診断できませんでした', en: 'Could not run' },
  stopped: { ja: '緊急停止しました', en: 'Stopped' },
  cancelled: { ja: '取消済み', en: 'Cancelled' },
};

export const jobStateText: Readonly<Record<JobState, Text>> = {
  queued: { ja: '待機中', en: 'Waiting' },
  leased: { ja: '診断中', en: 'Under way' },
  done: { ja: '完了', en: 'Done' },
  failed: { ja: '失敗', en: 'Failed' },
  missed: { ja: '時間切れ', en: 'Out of time' },
  stopped: { ja: '停止', en: 'Stopped' },
};

export const reservationText = {
  title: { ja: '予約と報告書', en: 'Reservations and reports' },
  one: { ja: '診断の予約', en: 'Reservation' },
  book: { ja: '診断を予約', en: 'Book a diagnosis' },
  empty: {
    ja: '予約はまだありません。診断対象を選んで、最初の診断を予約してください。',
    en: 'Nothing has been booked yet. Choose your assets and book the first diagnosis.',
  },
  window: { ja: '診断枠', en: 'Window' },
  state: { ja: '状態', en: 'State' },
  assets: { ja: '診断対象', en: 'Assets' },
  contact: { ja: '担当者', en: 'Contact' },
  ports: { ja: '調べるポート', en: 'Ports' },
  portsDefault: { ja: '標準', en: 'Default' },
  portsAll: { ja: 'すべて', en: 'All' },
  report: { ja: '報告書', en: 'Report' },
  grade: { ja: '総合評価', en: 'Grade' },
  openReport: { ja: '診断結果報告書を開く', en: 'Open the report' },
  progress: { ja: '進み具合', en: 'Progress' },
  progressSummary: (done: number, all: number) => ({
    ja: `${all} 件中 ${done} 件が終わりました`,
    en: `${done} of ${all} finished`,
  }),
  notYet: {
    ja: '診断枠が始まると、ここに進み具合が表示されます。',
    en: 'Progress is shown here once the window has opened.',
  },
  waiting: { ja: '診断装置の準備を待っています。', en: 'Waiting for a scanner node.' },
  host: { ja: '対象', en: 'Host' },
  doing: { ja: '実施中の内容', en: 'Now looking at' },
  share: { ja: '進捗', en: 'Done' },
  refresh: { ja: '表示を更新する', en: 'Refresh' },
  cancel: { ja: 'この予約を取り消す', en: 'Cancel this reservation' },
  cancelWhy: {
    ja: '開始前であれば取り消せます。取り消した予約は元に戻せません。',
    en: 'Possible until it starts. A cancelled reservation cannot be restored.',
  },
  tooLate: {
    ja: 'この予約はもう取り消せません。診断が始まっている場合は、緊急停止を使ってください。',
    en: 'This can no longer be cancelled. If the diagnosis has begun, use the emergency stop.',
  },
  stop: { ja: '緊急停止', en: 'Emergency stop' },
  stopWhy: {
    ja: 'この診断の通信をすべて止めます。数秒以内に止まり、再開はできません。',
    en: 'Ends all traffic of this diagnosis within seconds. It cannot be resumed.',
  },
  stoppedAt: (at: string, by: string) => ({
    ja: `${at}に${by}さんが緊急停止しました。`,
    en: `Stopped by ${by} on ${at}.`,
  }),
  nothingToStop: {
    ja: 'この診断はすでに終わっているため、停止するものはありません。',
    en: 'This diagnosis has ended already; there is nothing to stop.',
  },
  failure: { ja: '診断できなかった理由', en: 'Why it could not run' },
  again: { ja: '別の日時で予約し直す', en: 'Book another time' },
  consent: { ja: '同意した内容', en: 'What was agreed to' },
} satisfies Catalogue;

export interface CopiedTable {
  readonly name: string;
  /** The columns of its key, by which it is read in pages. */
  readonly key: readonly string[];
  /** A column that points into the same table: filled in when all its rows are there. */
  readonly self?: string;
}

const byId = (name: string, self?: string): CopiedTable => ({
  name,
  key: ['id'],
  ...(self === undefined ? {} : { self }),
});

/** Every table, each after those it refers to. */
export const copiedTables: readonly CopiedTable[] = [
  byId('organisation', 'parent_id'),
  byId('contact'),
  byId('auth_user'),
  byId('auth_session'),
  byId('auth_account'),
  byId('auth_verification'),
  byId('auth_two_factor'),
  { name: 'membership', key: ['user_id', 'organisation_id'] },
  { name: 'invitation', key: ['token_hash'] },
  byId('asset'),
  byId('proof'),
  byId('reservation'),
  { name: 'reservation_asset', key: ['reservation_id', 'asset_id'] },
  byId('consent'),
  byId('blackout'),
  byId('node'),
  { name: 'join_token', key: ['token_hash'] },
  byId('job'),
  byId('evidence'),
  byId('report', 'supersedes'),
  { name: 'report_file', key: ['report_id', 'name'] },
  byId('finding'),
  byId('finding_event'),
  byId('outbox'),
  { name: 'audit', key: ['sequence'] },
  { name: 'feed', key: ['feed'] },
  { name: 'feed_file', key: ['feed', 'name'] },
  { name: 'setting', key: ['key'] },
  byId('stop'),
];

import { type ColumnDataType, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

type Column = readonly [type: ColumnDataType | ReturnType<typeof sql>, ...constraint: Constraint[]];
type Constraint = 'key' | 'unique' | 'optional' | `-> ${string}.${string}`;
type Columns = Readonly<Record<string, Column>>;

const text: Column = ['text'];
const maybeText: Column = ['text', 'optional'];
const integer: Column = ['integer'];
const id: Column = ['text', 'key'];
const to = (place: `${string}.${string}`, ...more: Constraint[]): Column => ['text', `-> ${place}`, ...more];

/** The first schema. Breaks nothing: there was none. */
export function initial(engine: Engine): Migration {
  const { bytes, timestamp, boolean } = engine.columnTypes;
  const time: Column = [timestamp];
  const maybeTime: Column = [timestamp, 'optional'];
  const blob: Column = [sql.raw(bytes)];

  const tables: Readonly<Record<string, Columns>> = {
    organisation: {
      id,
      name: text,
      kind: text,
      municipality_code: ['text', 'unique', 'optional'],
      parent_id: to('organisation.id', 'optional'),
      mail_detail: text,
      locale: text,
      created_at: text,
    },
    contact: {
      id,
      organisation_id: to('organisation.id'),
      name: text,
      email: text,
      phone: text,
      rank: integer,
      locale: text,
      created_at: text,
    },
    auth_user: {
      id,
      name: text,
      email: ['text', 'unique'],
      email_verified: [boolean],
      image: maybeText,
      two_factor_enabled: [boolean, 'optional'],
      created_at: time,
      updated_at: time,
    },
    auth_session: {
      id,
      user_id: to('auth_user.id'),
      token: ['text', 'unique'],
      expires_at: time,
      ip_address: maybeText,
      user_agent: maybeText,
      created_at: time,
      updated_at: time,
    },
    auth_account: {
      id,
      user_id: to('auth_user.id'),
      account_id: text,
      provider_id: text,
      access_token: maybeText,
      refresh_token: maybeText,
      id_token: maybeText,
      access_token_expires_at: maybeTime,
      refresh_token_expires_at: maybeTime,
      scope: maybeText,
      password: maybeText,
      created_at: time,
      updated_at: time,
    },
    auth_verification: {
      id,
      identifier: text,
      value: text,
      expires_at: time,
      created_at: time,
      updated_at: time,
    },
    auth_two_factor: {
      id,
      user_id: to('auth_user.id'),
      secret: text,
      backup_codes: text,
      verified: [boolean, 'optional'],
      failed_verification_count: ['integer', 'optional'],
      locked_until: maybeTime,
    },
    membership: {
      user_id: to('auth_user.id'),
      organisation_id: to('organisation.id'),
      role: text,
      created_at: text,
    },
    invitation: {
      token_hash: id,
      organisation_id: to('organisation.id'),
      role: text,
      email: maybeText,
      created_at: text,
      expires_at: text,
      used_at: maybeText,
    },
    asset: {
      id,
      organisation_id: to('organisation.id'),
      kind: text,
      value: text,
      label: text,
      created_at: text,
      removed_at: maybeText,
    },
    proof: {
      id,
      asset_id: to('asset.id'),
      method: text,
      state: text,
      token: text,
      addresses: text,
      evidence: text,
      attachment_name: maybeText,
      attachment: [sql.raw(bytes), 'optional'],
      requested_by: text,
      requested_at: text,
      verified_by: maybeText,
      verified_at: maybeText,
      expires_at: maybeText,
      failure: maybeText,
    },
    reservation: {
      id,
      organisation_id: to('organisation.id'),
      contact_id: to('contact.id'),
      state: text,
      opens_at: text,
      closes_at: text,
      locale: text,
      ports: text,
      created_by: text,
      created_at: text,
      stopped_at: maybeText,
      stopped_by: maybeText,
      calendar_sequence: integer,
      failure: maybeText,
    },
    reservation_asset: { reservation_id: to('reservation.id'), asset_id: to('asset.id') },
    consent: {
      id,
      organisation_id: to('organisation.id'),
      reservation_id: to('reservation.id'),
      text_version: text,
      text,
      accepted_by: text,
      accepted_at: text,
    },
    blackout: {
      id,
      organisation_id: to('organisation.id', 'optional'),
      address: maybeText,
      opens_at: text,
      closes_at: text,
      reason: text,
    },
    node: {
      id,
      name: text,
      key_hash: ['text', 'unique'],
      state: text,
      version: text,
      joined_at: text,
      last_seen_at: text,
      clock_offset_ms: integer,
    },
    join_token: {
      token_hash: id,
      created_at: text,
      expires_at: text,
      used_at: maybeText,
      node_id: to('node.id', 'optional'),
    },
    job: {
      id,
      reservation_id: to('reservation.id'),
      organisation_id: to('organisation.id'),
      target: text,
      host: text,
      state: text,
      opens_at: text,
      closes_at: text,
      lease_token: integer,
      lease_node_id: to('node.id', 'optional'),
      lease_expires_at: maybeText,
      attempts: integer,
      doing: text,
      done_count: integer,
      total_count: integer,
      load: maybeText,
      unprobed: text,
      started_at: maybeText,
      finished_at: maybeText,
    },
    evidence: {
      id,
      job_id: to('job.id'),
      kind: text,
      schema: integer,
      host: text,
      name: maybeText,
      port: ['integer', 'optional'],
      transport: text,
      gathered_at: text,
      data: text,
    },
    report: {
      id,
      reservation_id: to('reservation.id'),
      organisation_id: to('organisation.id'),
      supersedes: to('report.id', 'optional'),
      grade: text,
      catalogue: text,
      evaluated_at: text,
      created_at: text,
      content: text,
    },
    report_file: {
      report_id: to('report.id'),
      name: text,
      media_type: text,
      sha256: text,
      bytes: blob,
    },
    finding: {
      id,
      organisation_id: to('organisation.id'),
      key: text,
      check_id: text,
      host: text,
      name: maybeText,
      port: ['integer', 'optional'],
      transport: text,
      place: text,
      severity: text,
      confidence: text,
      state: text,
      first_seen_at: text,
      last_seen_at: text,
      fixed_at: maybeText,
      accepted_until: maybeText,
      last_report_id: to('report.id'),
    },
    finding_event: {
      id,
      finding_id: to('finding.id'),
      report_id: to('report.id', 'optional'),
      state: text,
      at: text,
      by: text,
      note: text,
    },
    outbox: {
      id,
      message_id: ['text', 'unique'],
      kind: text,
      dedupe_key: ['text', 'unique'],
      organisation_id: to('organisation.id', 'optional'),
      reservation_id: to('reservation.id', 'optional'),
      to_name: text,
      to_address: text,
      locale: text,
      subject: text,
      text,
      html: text,
      attachments: text,
      summary_text: maybeText,
      summary_html: maybeText,
      state: text,
      attempts: integer,
      next_attempt_at: text,
      last_error: maybeText,
      created_at: text,
      sent_at: maybeText,
    },
    audit: {
      sequence: ['integer', 'key'],
      at: text,
      actor: text,
      action: text,
      subject: text,
      detail: text,
      previous_hash: text,
      hash: text,
    },
    kev: { cve: id, name: text, added_on: text, ransomware: text },
    feed: { feed: id, version: text, source: text, entries: integer, imported_at: text },
    setting: { key: id, value: text },
  };

  const indexes: readonly (readonly [table: string, columns: readonly string[], unique?: 'unique'])[] = [
    ['membership', ['user_id', 'organisation_id'], 'unique'],
    ['reservation_asset', ['reservation_id', 'asset_id'], 'unique'],
    ['report_file', ['report_id', 'name'], 'unique'],
    ['finding', ['organisation_id', 'key'], 'unique'],
    ['job', ['reservation_id', 'host'], 'unique'],
    ['job', ['state', 'opens_at']],
    ['contact', ['organisation_id', 'rank']],
    ['asset', ['organisation_id']],
    ['proof', ['asset_id']],
    ['reservation', ['organisation_id', 'opens_at']],
    ['reservation', ['state', 'opens_at']],
    ['evidence', ['job_id']],
    ['report', ['organisation_id', 'created_at']],
    ['report', ['reservation_id']],
    ['finding_event', ['finding_id']],
    ['outbox', ['state', 'next_attempt_at']],
  ];

  return {
    async up(db) {
      for (const [name, columns] of Object.entries(tables)) await createTable(db, name, columns);
      for (const [table, columns, unique] of indexes) {
        const index = db.schema
          .createIndex(`${table}_${columns.join('_')}`)
          .on(table)
          .columns([...columns]);
        await (unique ? index.unique() : index).execute();
      }
      // One diagnosis of a host at a time, over all reservations and nodes.
      await sql`create unique index job_leased_host on job (host) where state = 'leased'`.execute(db);
    },
  };
}

async function createTable(db: Kysely<unknown>, name: string, columns: Columns): Promise<void> {
  let table = db.schema.createTable(name);
  for (const [column, [type, ...constraints]] of Object.entries(columns)) {
    table = table.addColumn(column, type, (builder) => {
      let built = constraints.includes('optional') ? builder : builder.notNull();
      for (const constraint of constraints) {
        if (constraint === 'key') built = built.primaryKey();
        if (constraint === 'unique') built = built.unique();
        if (constraint.startsWith('-> ')) built = built.references(constraint.slice(3));
      }
      return built;
    });
  }
  await table.execute();
}

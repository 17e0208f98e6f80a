import { id, integer, maybeText, type Tables, text, to } from '../columns.ts';

/** Nodes, what they do, and what they saw. */
export function workTables(): Tables {
  return {
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
  };
}

import { sql } from 'kysely';
import type { Engine } from '../../engine.ts';
import { id, integer, maybeText, type Tables, text, to } from '../columns.ts';

/** What was judged of it, and what was told. */
export function resultsTables(engine: Engine): Tables {
  const { bytes: bytesType } = engine.columnTypes;
  const bytes = sql.raw(bytesType);
  return {
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
      bytes: [bytes],
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
      mjml: text,
      html: maybeText,
      attachments: text,
      summary_text: maybeText,
      summary_mjml: maybeText,
      summary_html: maybeText,
      state: text,
      attempts: integer,
      next_attempt_at: text,
      last_error: maybeText,
      created_at: text,
      sent_at: maybeText,
    },
  };
}

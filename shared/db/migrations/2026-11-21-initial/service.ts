import { id, integer, type Tables, text } from '../columns.ts';

/** What the service knows and keeps about itself. */
export function serviceTables(): Tables {
  return {
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
}

import type { ColumnDataType, Kysely, RawBuilder } from 'kysely';

export type Constraint = 'key' | 'unique' | 'optional' | `-> ${string}.${string}`;
/** A type and what holds for it; not null unless `optional`; `-> table.column` refers to another row. */
export type Column = readonly [type: ColumnDataType | RawBuilder<unknown>, ...constraint: Constraint[]];
export type Tables = Readonly<Record<string, Readonly<Record<string, Column>>>>;

export const text: Column = ['text'];
export const maybeText: Column = ['text', 'optional'];
export const integer: Column = ['integer'];
export const id: Column = ['text', 'key'];
export const to = (place: `${string}.${string}`, ...more: Constraint[]): Column => [
  'text',
  `-> ${place}`,
  ...more,
];

/** In the order given, so that a table stands before what refers to it. */
export async function createTables(db: Kysely<unknown>, tables: Tables): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
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
}

export type Json = Readonly<Record<string, unknown>>;

/** Changes each item of a list; what is no list is left as it is, for the schema to judge. */
export function each(value: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON kept as text in both engines; the brand keeps a plain string from slipping in. */
export type JsonText<T> = string & { readonly __json: T };

export function encodeJson<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>;
}

export function decodeJson<T>(text: JsonText<T>): T {
  return JSON.parse(text) as T;
}

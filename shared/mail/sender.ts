import type { Sender } from './data.ts';

export class InvalidSenderError extends Error {
  override readonly name = 'InvalidSenderError';
  readonly code = 'invalid-sender';
}

/** `NAME <ADDRESS>` or `ADDRESS`. @throws InvalidSenderError */
export function parseSender(text: string): Pick<Sender, 'name' | 'address'> {
  const [, name = '', address = ''] = /^(?:([^<>\r\n]{1,100})<([^<>\s@]+@[^<>\s@]+)>)$/.exec(text) ?? [];
  if (address !== '') return { name: name.trim(), address };
  if (/^[^<>\s@]+@[^<>\s@]+$/.test(text)) return { name: text, address: text };
  throw new InvalidSenderError(`NAME <ADDRESS>, not ${text.slice(0, 100)}`);
}

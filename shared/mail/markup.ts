/** MJML that may be put into MJML as it is. Everything else is escaped. */
export interface Markup {
  readonly mjml: string;
}

type Value = string | Markup | readonly Markup[];

/** A template whose values cannot open a tag, close an attribute or begin an entity. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { mjml: strings.map((text, index) => text + plain(values[index] ?? '')).join('') };
}

/** Lines of text, a line break between them. */
export function lines(text: string): Markup {
  return { mjml: text.split('\n').map(escaped).join('<br />') };
}

function plain(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  return 'mjml' in value ? value.mjml : value.map(({ mjml }) => mjml).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

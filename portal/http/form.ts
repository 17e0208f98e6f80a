/** What a person filled in. Every value is text; what is missing is the empty text. */
export interface Form {
  /** One value, without blanks around it, cut at 4,000 characters. */
  text(name: string): string;
  /** Exactly as typed, for passwords. */
  exact(name: string): string;
  /** All values of a name: the boxes that were ticked. */
  all(name: string): readonly string[];
  file(name: string): File | undefined;
  /** Everything typed, to show it again beside an error; never passwords. */
  values(): Values;
}

export type Values = Readonly<Record<string, string>>;

const maxLength = 4000;
const maxFields = 2000;

export function formOf(data: FormData): Form {
  const texts = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  return {
    text: (name) => (texts(name)[0] ?? '').trim().slice(0, maxLength),
    exact: (name) => (texts(name)[0] ?? '').slice(0, maxLength),
    all: (name) => texts(name).slice(0, maxFields),
    file(name) {
      const found = data.get(name);
      return found instanceof File && found.size > 0 ? found : undefined;
    },
    values() {
      const typed = [...data.entries()].filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' && !/password|token/i.test(entry[0]),
      );
      return Object.fromEntries(typed.map(([name, value]) => [name, value.slice(0, maxLength)]));
    },
  };
}

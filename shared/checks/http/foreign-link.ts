/** The name below `invalid` that a link of ours carries in its query; undefined where there is none. */
export function foreignIn(url: string): string | undefined {
  return [...new URL(url).searchParams.values()]
    .map((value) => (URL.canParse(value) ? new URL(value).hostname : ''))
    .find((name) => name.endsWith('.invalid'));
}

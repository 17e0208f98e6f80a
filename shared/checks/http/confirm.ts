/**
 * curl against the place of a finding, whichever of the two schemes it speaks; the certificate is another check's.
 * @param options in the words of a shell
 * @param path from the root of the site
 */
export function curl(options: string, path = '/'): string {
  const request = (scheme: string) =>
    ['curl -sSk', options, `${scheme}://{name}:{port}${path}`].filter((part) => part !== '').join(' ');
  return `{ ${request('https')} || ${request('http')}; } 2>/dev/null`;
}

/** The headers of the front page. */
export const showHeaders = curl('-o /dev/null -D -');

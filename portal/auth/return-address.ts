/** A path of this portal to go to after signing in; anything that could lead elsewhere becomes the home page. */
export function returnAddress(given: string | undefined): string {
  return given !== undefined && /^\/[\w/.-]*$/.test(given) && !given.startsWith('//') ? given : '/';
}

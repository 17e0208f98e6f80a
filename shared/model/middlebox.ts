/**
 * TCP ports that no service uses, asked together with the profile: on an honest host they are closed, and whoever
 * answers there answers everywhere (a tarpit, a SYN proxy, a decoy).
 */
export const controlPorts: readonly number[] = [39_217, 50_661, 61_843];

/** More open ports than this are not one machine's. */
const mostOpenPorts = 200;
/** So many asked and every one open is no chance either. */
const fewestAskedToTell = 50;

/** Whether these open TCP ports are the answer of something on the way, and say nothing about any service. */
export function answersForAll(
  open: readonly number[],
  isAsked: (port: number) => boolean,
  asked: number,
): boolean {
  if (open.length > mostOpenPorts) return true;
  if (asked >= fewestAskedToTell && open.length >= asked) return true;
  return controlPorts.every(isAsked) && controlPorts.every((port) => open.includes(port));
}

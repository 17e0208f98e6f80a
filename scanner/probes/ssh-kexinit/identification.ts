/** RFC 4253 §4.2: 255 characters with CR LF; a server may send other lines before it. */
const longestIdentification = 255;
const longestOther = 1024;
const mostOthers = 50;

export type Identification =
  /** `next`: where the binary packets begin. */
  | { readonly state: 'found'; readonly text: string; readonly next: number }
  | { readonly state: 'more' }
  | { readonly state: 'not-ssh' };

/** Looks for the identification string at the beginning of what an SSH server sent. */
export function readIdentification(stream: Buffer): Identification {
  let at = 0;
  for (let lines = 0; lines <= mostOthers; lines++) {
    const end = stream.indexOf('\n', at);
    const length = (end === -1 ? stream.length : end + 1) - at;
    const isSsh = stream.subarray(at, at + 4).toString('latin1') === 'SSH-';
    if (length > (isSsh ? longestIdentification : longestOther)) return { state: 'not-ssh' };
    if (end === -1) return { state: 'more' };
    if (isSsh) {
      const text = stream.subarray(at, end).toString('latin1').replace(/\r$/, '');
      return { state: 'found', text: text.replaceAll(/[^\x20-\x7e]/g, '?'), next: end + 1 };
    }
    at = end + 1;
  }
  return { state: 'not-ssh' };
}

/** `SSH-1.5-…` speaks version 1 only; 1.99 speaks both (RFC 4253 §5.1). */
export function speaksVersion2(identification: string): boolean {
  return /^SSH-(2\.|1\.99-)/.test(identification);
}

/** Lists of senders of spam that answer by DNS (RFC 5782) and that receivers in Japan use. */
export const blockLists = ['zen.spamhaus.org', 'bl.spamcop.net', 'psbl.surriel.com'] as const;

export interface BlockListNames {
  /** The address that is asked about. */
  readonly subject: string;
  /** RFC 5782 §5: an entry that every list has, and one that none has. */
  readonly listed: string;
  readonly unlisted: string;
}

/** @param address in version 4 */
export function blockListNames(address: string, list: string): BlockListNames {
  const reversed = address.split('.').toReversed().join('.');
  return { subject: `${reversed}.${list}`, listed: `2.0.0.127.${list}`, unlisted: `1.0.0.127.${list}` };
}

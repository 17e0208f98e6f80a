/** RCODE (RFC 1035 §4.1.1): answered, though perhaps with nothing. */
export const noError = 0;
/** The name does not exist, nor any below it (RFC 8020). */
export const nxDomain = 3;

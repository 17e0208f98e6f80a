/** The server itself said that there is no TLS here. */
export class NoStarttlsError extends Error {
  override readonly name = 'NoStarttlsError';
  readonly code = 'no-starttls';
}

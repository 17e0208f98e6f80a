export class InvalidSmtpUrlError extends Error {
  override readonly name = 'InvalidSmtpUrlError';
  readonly code = 'invalid-smtp-url';
}

/** Where mails are handed over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, instead of STARTTLS. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** `smtp://[USER:PASSWORD@]HOST[:PORT]`, or `smtps://…`. @throws InvalidSmtpUrlError */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === 'smtps:';
  if (url === undefined || (!secure && url.protocol !== 'smtp:') || url.hostname === '') {
    throw new InvalidSmtpUrlError('smtp://[USER:PASSWORD@]HOST[:PORT] or smtps://…');
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}

export class MailTemplateError extends Error {
  override readonly name = 'MailTemplateError';
  readonly code = 'mail-template';
}

/**
 * The page of a mail from its MJML; nothing is loaded from anywhere.
 * @throws MailTemplateError when the template itself is wrong; no data can make it so
 */
export async function drawMail(mjml: string): Promise<string> {
  // MJML holds a hundred megabytes as long as it is loaded: only the worker that delivers, and ends, pays for it.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(mjml, {
    validationLevel: 'soft',
    fonts: {},
    ignoreIncludes: true,
  });
  const [error] = errors;
  if (error !== undefined) throw new MailTemplateError(error.formattedMessage);
  return html;
}

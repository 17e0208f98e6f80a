import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { SmtpReply } from '../../evidence/smtp-dialog/schema.ts';
import type { Verdict } from '../../model/verdict.ts';
import { undetermined } from '../verdicts.ts';

export type SmtpEvidence = EvidenceOf<'smtp-dialog'>;

/** RFC 6409: where mail programs hand mail in. */
export const submissionPort = 587;
/** Where mail servers meet each other. */
export const exchangePort = 25;

/** The extensions an EHLO reply lists, keyword first, upper case; its first line is the greeting (RFC 5321 §4.1.1.1). */
export function extensionsOf({ lines }: SmtpReply): readonly string[] {
  return lines.slice(1).map((line) =>
    line
      .replace(/^\d{3}[ -]/, '')
      .trim()
      .toUpperCase(),
  );
}

/** Firewalls that rewrite SMTP blank out what they do not know: `XXXXXXXA`. What the server offers is then unknown. */
export function isRewritten(ehlo: SmtpReply): boolean {
  return extensionsOf(ehlo).some((extension) => /^X{4,}[A-Z]?$/.test(extension));
}

/** The greeting blanked out by the same firewalls, which leave the digits 2 and 0 (`****2****0*0`). */
export function isMasked({ lines }: SmtpReply): boolean {
  return /^[*20 ]*\*{4}[*20 ]*$/.test(lines[0] ?? '');
}

/** Why a server that turned us away, or rewrote its answers, says nothing of how it treats others. */
export function notHeard({ data }: SmtpEvidence): Verdict | undefined {
  const { banner, ehlo } = data;
  if (banner.outcome === 'yes' && banner.value.code !== 220) return undetermined('blocked');
  if (ehlo.outcome === 'yes' && isRewritten(ehlo.value)) return undetermined('middlebox');
  return undefined;
}

import type { Sender } from '@enkaku/shared/mail/data.ts';
import { parseSender } from '@enkaku/shared/mail/sender.ts';

/** What reports and mails say of the service itself. */
export interface ReporterSettings {
  readonly portalUrl: string;
  /** `NAME <ADDRESS>`. */
  readonly mailFrom: string;
  /** How the centre is reached; empty: at the address of its mails. */
  readonly contact: string;
  /** From where diagnoses come. */
  readonly sourceAddresses: readonly string[];
}

export function senderOf({ portalUrl, mailFrom, contact }: ReporterSettings): Sender {
  const { name, address } = parseSender(mailFrom);
  return { name, address, contact: contact === '' ? address : contact, portalUrl };
}

export function pageUrl({ portalUrl }: ReporterSettings, path: string): string {
  return new URL(path, portalUrl).href;
}

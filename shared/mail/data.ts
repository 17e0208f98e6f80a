import type { Instant } from '../model/instant.ts';
import type { Window } from '../model/window.ts';
import type { Report } from '../report/schema.ts';

/** Whoever runs the service. */
export interface Sender {
  /** 遠隔診断センター. */
  readonly name: string;
  /** The e-mail address mails come from; organiser of calendar entries. */
  readonly address: string;
  /** Where people ask: a telephone number, an address, both. */
  readonly contact: string;
  readonly portalUrl: string;
}

export interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly organisation: string | null;
}

/** What every mail says of a reservation. */
export interface Booked {
  readonly id: string;
  readonly window: Window;
  /** As the owner named them: `www.example.jp (192.0.2.10)`. */
  readonly targets: readonly string[];
  /** Its page in the portal. */
  readonly url: string;
  /** Where the packets come from, for those who watch the firewall. */
  readonly sourceAddresses: readonly string[];
}

interface Base {
  readonly sender: Sender;
  readonly recipient: Recipient;
}

/** What each mail is made of. */
export interface MailData {
  readonly invitation: Base & {
    readonly link: string;
    readonly expiresAt: Instant;
  };
  readonly confirmed: Base & {
    readonly booked: Booked;
    readonly change: 'confirmed' | 'changed' | 'cancelled';
    /** RFC 5545 SEQUENCE: grows with every change. */
    readonly sequence: number;
    readonly at: Instant;
  };
  readonly reminder: Base & { readonly booked: Booked };
  readonly started: Base & { readonly booked: Booked; readonly startedAt: Instant };
  readonly finished: Base & {
    readonly booked: Booked;
    readonly report: Report;
    readonly reportUrl: string;
    /** `summary-without-tls`: the findings stayed behind, because they could not be sent encrypted. */
    readonly detail: 'findings' | 'summary' | 'summary-without-tls';
  };
  readonly 'could-not-run': Base & {
    readonly booked: Booked;
    /** A sentence in the language of the mail. */
    readonly reason: string;
    /** A slot that is free as far as is known now. */
    readonly proposed: Window | null;
    readonly bookingUrl: string;
  };
}

export type MailKind = keyof MailData;

import { listBlackouts } from '@enkaku/shared/db/blackout.ts';
import { type ContactRow, listContacts } from '@enkaku/shared/db/contact.ts';
import { listOpenBookings } from '@enkaku/shared/db/reservation.ts';
import { type BookableAsset, checkBooking } from '@enkaku/shared/model/booking.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import { type OptIn, optInIds } from '@enkaku/shared/model/opt-in.ts';
import { parsePorts } from '@enkaku/shared/model/ports.ts';
import type { Text } from '@enkaku/shared/model/text.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import type { Context } from '../../context.ts';
import type { Form } from '../../http/form.ts';
import type { Errors } from '../../layout/field.ts';
import { listAssetChoices } from './bookable.ts';
import { type Estimate, estimateOf, nothing } from './estimate.ts';
import { type ReadContact, readContact } from './read-contact.ts';
import { readWindow } from './read-window.ts';
import { bookingText as text } from './text.ts';

export interface WantedBooking {
  readonly assets: readonly BookableAsset[];
  readonly window: Window;
  readonly ports: string;
  readonly optIns: readonly OptIn[];
  readonly contact: Exclude<ReadContact, { outcome: 'wrong' }>;
  readonly estimate: Estimate;
}

export type ReadBooking =
  | { readonly outcome: 'booking'; readonly booking: WantedBooking }
  | { readonly outcome: 'wrong'; readonly errors: Errors };

/** A filled form as a booking that may be made, or everything that stands against it, each beside its field. */
export async function readBooking(
  context: Context,
  organisationId: OrganisationId,
  form: Form,
  db = context.store.db,
): Promise<ReadBooking> {
  const now = context.now();
  const choices = await listAssetChoices(db, organisationId, now);
  const contacts: readonly ContactRow[] = await listContacts(db, organisationId);
  const wanted = new Set(form.all('assets'));
  const assets = choices.filter(({ asset }) => wanted.has(asset.id)).map(({ bookable }) => bookable);
  const ports = readPorts(form);
  const window = readWindow(form.values(), now);
  const contact = readContact(form, contacts);
  const estimate =
    window.outcome === 'window' ? await estimateIfReadable(db, assets, ports, window.window) : nothing;
  const problems =
    window.outcome === 'window'
      ? checkBooking({
          window: window.window,
          now,
          ports,
          network: context.config.network,
          assets,
          existing: await listOpenBookings(db, organisationId),
          blackouts: await listBlackouts(db, organisationId, window.window),
          estimateMs: estimate.untilDoneMs,
        })
      : [];
  const errors: Errors = {
    ...(assets.length === 0 ? { assets: noAsset } : {}),
    ...(window.outcome === 'wrong' ? window.errors : {}),
    ...Object.fromEntries(
      problems
        .toReversed()
        .map(({ field, code, text: words }) => [
          field,
          code === 'ends-before-it-starts' ? text.nextDayHint : words,
        ]),
    ),
    ...(wanted.size > assets.length ? { assets: text.assetForeign } : {}),
    ...(ports === '' ? { ports: text.portListMissing } : {}),
    ...(contact.outcome === 'wrong' ? contact.errors : {}),
    ...(form.text('consent') === 'yes' ? {} : { consent: text.consentMissing }),
  };
  if (window.outcome === 'wrong' || contact.outcome === 'wrong' || Object.keys(errors).length > 0) {
    return { outcome: 'wrong', errors };
  }
  return {
    outcome: 'booking',
    booking: { assets, window: window.window, ports, optIns: readOptIns(form), contact, estimate },
  };
}

const noAsset: Text = {
  ja: '診断対象を 1 つ以上選んでください。',
  en: 'Please choose at least one asset.',
};

function readPorts(form: Form): string {
  const profile = form.text('ports');
  if (profile !== 'list') return profile === 'all' ? 'all' : 'default';
  return form.text('portList').normalize('NFKC').replaceAll(/\s/g, '').replaceAll('、', ',');
}

function readOptIns(form: Form): readonly OptIn[] {
  const ticked = new Set(form.all('optIns'));
  return optInIds.filter((id) => ticked.has(id));
}

/** Of ports or a range that cannot be read, which the rules say themselves, there is no estimate. */
async function estimateIfReadable(
  db: Context['store']['db'],
  assets: readonly BookableAsset[],
  ports: string,
  window: Window,
): Promise<Estimate> {
  if (parsePorts(ports) === undefined) return nothing;
  try {
    return await estimateOf(db, assets, ports, window);
  } catch (error) {
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

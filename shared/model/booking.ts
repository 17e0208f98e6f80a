import { type Address, specialPurpose } from './address.ts';
import type { AssetId, ReservationId } from './id.ts';
import { addMs, type Instant } from './instant.ts';
import { openParts } from './open-parts.ts';
import { parsePorts } from './ports.ts';
import { addressesOf, mostAddresses, type ScopedAsset } from './scope.ts';
import type { Text } from './text.ts';
import { lengthMs, overlaps, type Window } from './window.ts';

export interface BookableAsset extends ScopedAsset {
  readonly id: AssetId;
  readonly label: string;
  /** When the proof that lasts longest ends; null: it was never proven. */
  readonly provenUntil: Instant | null;
}

export interface Booking {
  readonly window: Window;
  readonly now: Instant;
  readonly ports: string;
  readonly network: 'internet' | 'lab';
  readonly assets: readonly BookableAsset[];
  /** What the organisation has booked and not yet ended. */
  readonly existing: readonly {
    readonly id: ReservationId;
    readonly window: Window;
    readonly assetIds: readonly AssetId[];
  }[];
  /** Times in which nothing of this organisation may be diagnosed. */
  readonly blackouts: readonly Window[];
  /** From the opening of the window until all of it is done. */
  readonly estimateMs: number;
}

export type BookingProblemCode =
  | 'in-the-past'
  | 'ends-before-it-starts'
  | 'too-short'
  | 'too-long'
  | 'blackout'
  | 'ports'
  | 'no-asset'
  | 'too-many-addresses'
  | 'overlapping'
  | 'not-proven'
  | 'proof-expired'
  | 'special-purpose'
  | 'public-in-lab';

export interface BookingProblem {
  /** Beside which field of the form it is shown. */
  readonly field: 'opensAt' | 'closesAt' | 'ports' | 'assets';
  readonly code: BookingProblemCode;
  readonly text: Text;
  /** The asset it is about, where it is about one. */
  readonly assetId?: AssetId;
}

export const longestWindowMs = 7 * 24 * 3_600_000;

/** Forms know minutes: who books for "now" means the minute that has begun. */
const begunMinuteMs = 60_000;

/** Everything that stands against a booking; empty when it can be made. */
export function checkBooking(booking: Booking): readonly BookingProblem[] {
  return [...windowProblems(booking), ...assetProblems(booking)];
}

function* windowProblems({ window, now, ports, blackouts, estimateMs }: Booking): Generator<BookingProblem> {
  if (addMs(window.opensAt, begunMinuteMs) < now) {
    yield {
      field: 'opensAt',
      code: 'in-the-past',
      text: {
        ja: '開始日時が過去です。これからの日時を指定してください。',
        en: 'The start is in the past. Choose a time to come.',
      },
    };
  }
  if (parsePorts(ports) === undefined) {
    yield {
      field: 'ports',
      code: 'ports',
      text: {
        ja: 'ポートを読み取れません。「22,80,8000-8100」のように 1 から 65535 までの番号で指定してください。',
        en: 'The ports cannot be read. Write numbers from 1 to 65535, such as 22,80,8000-8100.',
      },
    };
  }
  if (window.closesAt <= window.opensAt) {
    yield {
      field: 'closesAt',
      code: 'ends-before-it-starts',
      text: { ja: '終了日時は開始日時より後にしてください。', en: 'The end has to be later than the start.' },
    };
    return;
  }
  const minutes = Math.ceil(estimateMs / 60_000);
  if (lengthMs(window) > longestWindowMs) {
    yield {
      field: 'closesAt',
      code: 'too-long',
      text: { ja: '診断枠は 7 日以内にしてください。', en: 'A window is at most 7 days long.' },
    };
  }
  if (lengthMs(window) < estimateMs) {
    yield {
      field: 'closesAt',
      code: 'too-short',
      text: {
        ja: `診断枠が短すぎます。選んだ診断対象には約 ${minutes} 分かかります。終了日時を遅くするか、診断対象を減らしてください。`,
        en: `The window is too short: what you chose takes about ${minutes} minutes. End later or choose fewer assets.`,
      },
    };
  } else if (Math.max(0, ...openParts(window, blackouts).map(lengthMs)) < estimateMs) {
    yield {
      field: 'opensAt',
      code: 'blackout',
      text: {
        ja: `診断できない時間帯と重なっており、約 ${minutes} 分の診断が収まりません。別の日時を指定してください。`,
        en: `A time without diagnoses leaves no room for about ${minutes} minutes. Choose another time.`,
      },
    };
  }
}

function* assetProblems(booking: Booking): Generator<BookingProblem> {
  if (booking.assets.length === 0) {
    yield {
      field: 'assets',
      code: 'no-asset',
      text: { ja: '診断対象を 1 つ以上選んでください。', en: 'Choose at least one asset.' },
    };
  }
  let total = 0;
  for (const asset of booking.assets) {
    const about = (code: BookingProblemCode, text: Text): BookingProblem => ({
      field: 'assets',
      code,
      text,
      assetId: asset.id,
    });
    const addresses = addressesWithinReason(asset);
    if (addresses === 'too-many') {
      yield about('too-many-addresses', tooMany(asset.value));
      continue;
    }
    total += addresses.length;
    if (asset.provenUntil === null || (asset.kind !== 'domain' && addresses.length === 0)) {
      yield about('not-proven', {
        ja: `${asset.value} は所有確認が済んでいません。先に所有確認を行ってください。`,
        en: `${asset.value} is not proven to be yours. Prove it first.`,
      });
    } else if (asset.provenUntil <= booking.window.opensAt) {
      yield about('proof-expired', {
        ja: `${asset.value} の所有確認は、診断の開始時には有効期限が切れています。所有確認をやり直してください。`,
        en: `The proof of ${asset.value} will have expired when the diagnosis starts. Prove it again.`,
      });
    }
    yield* addressProblems(booking, addresses, about);
    if (
      booking.existing.some(
        (other) => other.assetIds.includes(asset.id) && overlaps(other.window, booking.window),
      )
    ) {
      yield about('overlapping', {
        ja: `${asset.value} には、重なる時間帯の予約がすでにあります。`,
        en: `${asset.value} is already booked for an overlapping time.`,
      });
    }
  }
  if (total > mostAddresses) {
    yield { field: 'assets', code: 'too-many-addresses', text: tooMany(`${total} addresses`, `${total} 件`) };
  }
}

function* addressProblems(
  { network }: Booking,
  addresses: readonly Address[],
  about: (code: BookingProblemCode, text: Text) => BookingProblem,
): Generator<BookingProblem> {
  const refused = addresses.find(
    (address) => (specialPurpose(address) === undefined) === (network === 'lab'),
  );
  if (refused === undefined) return;
  const kind = specialPurpose(refused);
  yield kind === undefined
    ? about('public-in-lab', {
        ja: `試験環境では公開アドレス（${refused}）を診断できません。`,
        en: `The lab does not diagnose public addresses (${refused}).`,
      })
    : about('special-purpose', {
        ja: `${refused} は特殊用途のアドレス（${kind}、RFC 6890）のため診断できません。`,
        en: `${refused} is a special-purpose address (${kind}, RFC 6890) and is not diagnosed.`,
      });
}

function addressesWithinReason(asset: BookableAsset): readonly Address[] | 'too-many' {
  try {
    return addressesOf(asset);
  } catch (error) {
    if (error instanceof RangeError) return 'too-many';
    throw error;
  }
}

function tooMany(what: string, ja = what): Text {
  return {
    ja: `診断対象が多すぎます（${ja}）。1 回の予約で診断できるのは ${mostAddresses} アドレスまでです。`,
    en: `Too much at once (${what}): a reservation covers at most ${mostAddresses} addresses.`,
  };
}

import { type Instant, instant } from '@enkaku/shared/model/instant.ts';

/** What stands in the three fields of a date and in the one of a time, as typed. */
export interface TypedMoment {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

export type ParsedMoment =
  | { readonly outcome: 'instant'; readonly at: Instant }
  | { readonly outcome: 'wrong'; readonly part: 'date' | 'time' };

const jstOffsetMs = 9 * 3_600_000;
/** Reiwa 1 is 2019. */
const reiwaOffset = 2018;

/** Japanese time as people type it: full-width digits, 西暦 or 令和. Days that do not exist are wrong, not moved. */
export function parseJst(typed: TypedMoment): ParsedMoment {
  const [year, month, day] = [parseYear(typed.year), digits(typed.month, 2), digits(typed.day, 2)];
  const clock = /^([01]?\d|2[0-3])[:時]([0-5]?\d)分?$/.exec(half(typed.time));
  if (year === undefined || month === undefined || day === undefined)
    return { outcome: 'wrong', part: 'date' };
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    midnight.getUTCDate() === day;
  if (!exists) return { outcome: 'wrong', part: 'date' };
  if (clock === null) return { outcome: 'wrong', part: 'time' };
  const minutes = Number(clock[1]) * 60 + Number(clock[2]);
  return { outcome: 'instant', at: instant(midnight.getTime() + minutes * 60_000 - jstOffsetMs) };
}

/** The same fields for a moment, to fill a form in advance. */
export function toJstFields(at: Instant): TypedMoment {
  const shifted = new Date(Date.parse(at) + jstOffsetMs).toISOString();
  return {
    year: shifted.slice(0, 4),
    month: String(Number(shifted.slice(5, 7))),
    day: String(Number(shifted.slice(8, 10))),
    time: shifted.slice(11, 16),
  };
}

function parseYear(typed: string): number | undefined {
  const era = /^(?:令和|R)\s*(\d{1,2}|元)$/i.exec(half(typed).replace(/年$/, ''));
  if (era !== null) return reiwaOffset + (era[1] === '元' ? 1 : Number(era[1]));
  const year = digits(half(typed).replace(/年$/, ''), 4);
  return year !== undefined && year >= 2000 ? year : undefined;
}

function digits(typed: string, most: number): number | undefined {
  const text = half(typed);
  return /^\d+$/.test(text) && text.length <= most ? Number(text) : undefined;
}

function half(typed: string): string {
  return typed.normalize('NFKC').trim();
}

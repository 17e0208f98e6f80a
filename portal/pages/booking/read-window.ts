import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import type { Window } from '@enkaku/shared/model/window.ts';
import { parseJst, type TypedMoment, toJstFields } from '../../forms/jst-date.ts';
import type { Values } from '../../http/form.ts';
import type { Errors } from '../../layout/field.ts';
import { bookingText as text } from './text.ts';

export const edges = ['opensAt', 'closesAt'] as const;
export type Edge = (typeof edges)[number];

export type ReadWindow =
  | { readonly outcome: 'window'; readonly window: Window }
  | { readonly outcome: 'wrong'; readonly errors: Errors };

const parts = ['year', 'month', 'day', 'time'] as const;
const hour = 3_600_000;

/** The names of the four fields of one edge: `opensAtYear` … */
export function fieldName(edge: Edge, part: (typeof parts)[number]): string {
  return `${edge}${part[0]?.toUpperCase()}${part.slice(1)}`;
}

/** 診断枠 as typed; "right away" is the minute that has begun. */
export function readWindow(values: Values, now: Instant): ReadWindow {
  const startsNow = values.startNow === 'yes';
  const start: TypedMoment = startsNow ? toJstFields(now) : typedMoment(values, 'opensAt');
  const end = typedMoment(values, 'closesAt');
  const opens = parseJst(start);
  const sameDay = end.year === '' && end.month === '' && end.day === '';
  const closes = parseJst(sameDay ? { ...start, time: end.time } : end);
  if (opens.outcome === 'instant' && closes.outcome === 'instant') {
    return { outcome: 'window', window: { opensAt: opens.at, closesAt: closes.at } };
  }
  const errors = [
    ...(opens.outcome === 'wrong' ? [['opensAt', text[`${opens.part}Wrong`]] as const] : []),
    ...(closes.outcome === 'wrong' ? [['closesAt', text[`${closes.part}Wrong`]] as const] : []),
  ];
  return { outcome: 'wrong', errors: Object.fromEntries(errors) };
}

/** What the form starts with: the next night, from ten to five. */
export function suggestedWindow(now: Instant): Values {
  const tomorrow = addMs(now, 24 * hour);
  const [opens, closes] = [toJstFields(tomorrow), toJstFields(addMs(tomorrow, 24 * hour))];
  const entries = [
    ...parts.map((part) => [fieldName('opensAt', part), part === 'time' ? '22:00' : opens[part]]),
    ...parts.map((part) => [fieldName('closesAt', part), part === 'time' ? '05:00' : closes[part]]),
  ];
  return Object.fromEntries(entries);
}

function typedMoment(values: Values, edge: Edge): TypedMoment {
  const of = (part: (typeof parts)[number]) => (values[fieldName(edge, part)] ?? '').trim();
  return { year: of('year'), month: of('month'), day: of('day'), time: of('time') };
}

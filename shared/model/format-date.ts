import { epochMs, type Instant } from './instant.ts';
import type { Locale } from './text.ts';
import type { Window } from './window.ts';

const timeZone = 'Asia/Tokyo';

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone, era: 'long', year: 'numeric' });
const japanese = new Intl.DateTimeFormat('ja-JP', {
  timeZone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
});
const english = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** JST, to the minute: 令和8年（2026年）11月21日（土）午前9時30分 · 21 November 2026, 09:30 JST. */
export function formatInstant(at: Instant, locale: Locale): string {
  return locale === 'ja'
    ? `${formatDay(at, locale)}${formatTime(at, locale)}`
    : `${formatDay(at, locale)}, ${formatTime(at, locale)} JST`;
}

/** The day it is in Japan: 令和8年（2026年）11月21日（土） · 21 November 2026. */
export function formatDay(at: Instant, locale: Locale): string {
  if (locale === 'en') return english.format(epochMs(at));
  const of = partsOf(japanese, at);
  return `${eraYear(at)}（${of('year')}年）${of('month')}月${of('day')}日（${of('weekday')}）`;
}

/** 午前9時30分, never 午後12時 · 09:30. */
export function formatTime(at: Instant, locale: Locale): string {
  const text = clock.format(epochMs(at));
  if (locale === 'en') return text;
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const half = hour < 12 ? '午前' : '午後';
  return `${half}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
}

/** From when to when; the day is said once where both are on the same. */
export function formatWindow({ opensAt, closesAt }: Window, locale: Locale): string {
  const sameDay = formatDay(opensAt, locale) === formatDay(closesAt, locale);
  if (locale === 'ja') {
    const end = sameDay ? formatTime(closesAt, locale) : formatInstant(closesAt, locale);
    return `${formatInstant(opensAt, locale)}から${end}まで`;
  }
  return sameDay
    ? `${formatDay(opensAt, locale)}, ${formatTime(opensAt, locale)} to ${formatTime(closesAt, locale)} JST`
    : `${formatInstant(opensAt, locale)} to ${formatInstant(closesAt, locale)}`;
}

/** 令和8年; the first year of an era is 元年. */
function eraYear(at: Instant): string {
  const of = partsOf(era, at);
  return `${of('era')}${of('year') === '1' ? '元' : of('year')}年`;
}

function partsOf(format: Intl.DateTimeFormat, at: Instant): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = format.formatToParts(epochMs(at));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

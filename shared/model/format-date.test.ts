import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatWindow } from './format-date.ts';
import type { Instant } from './instant.ts';

describe('formatInstant', () => {
  it.each<[Instant, string, string]>([
    ['2026-11-21T00:30:00.000Z', '令和8年（2026年）11月21日（土）午前9時30分', '21 November 2026, 09:30 JST'],
    ['2026-11-20T15:00:00.000Z', '令和8年（2026年）11月21日（土）午前0時', '21 November 2026, 00:00 JST'],
    ['2026-11-21T03:00:00.000Z', '令和8年（2026年）11月21日（土）午後0時', '21 November 2026, 12:00 JST'],
    [
      '2026-11-21T14:59:59.999Z',
      '令和8年（2026年）11月21日（土）午後11時59分',
      '21 November 2026, 23:59 JST',
    ],
    ['2019-04-30T14:59:00.000Z', '平成31年（2019年）4月30日（火）午後11時59分', '30 April 2019, 23:59 JST'],
    ['2019-04-30T15:00:00.000Z', '令和元年（2019年）5月1日（水）午前0時', '1 May 2019, 00:00 JST'],
    ['2028-02-29T00:05:00.000Z', '令和10年（2028年）2月29日（火）午前9時5分', '29 February 2028, 09:05 JST'],
  ])('%s → %s', (at, ja, en) => {
    expect(formatInstant(at, 'ja')).toBe(ja);
    expect(formatInstant(at, 'en')).toBe(en);
  });

  it('an evening in UTC → the next day in Japan', () => {
    expect(formatDay('2026-12-31T20:00:00.000Z', 'ja')).toBe('令和9年（2027年）1月1日（金）');
  });
});

describe('formatWindow', () => {
  it('both ends on one day → the day is said once', () => {
    const window = { opensAt: '2026-11-21T00:30:00.000Z', closesAt: '2026-11-21T02:00:00.000Z' } as const;
    expect(formatWindow(window, 'ja')).toBe('令和8年（2026年）11月21日（土）午前9時30分から午前11時まで');
    expect(formatWindow(window, 'en')).toBe('21 November 2026, 09:30 to 11:00 JST');
  });

  it('over midnight in Japan, though one day in UTC → both days are said', () => {
    const window = { opensAt: '2026-11-21T13:00:00.000Z', closesAt: '2026-11-21T18:00:00.000Z' } as const;
    expect(formatWindow(window, 'ja')).toBe(
      '令和8年（2026年）11月21日（土）午後10時から令和8年（2026年）11月22日（日）午前3時まで',
    );
    expect(formatWindow(window, 'en')).toBe('21 November 2026, 22:00 JST to 22 November 2026, 03:00 JST');
  });
});

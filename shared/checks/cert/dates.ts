import type { Text } from '../../model/text.ts';

export const dayMs = 86_400_000;
const jstOffsetMs = 9 * 3_600_000;

/** The day of a moment as people in Japan count it. */
export function dayOf(moment: string): Text {
  const [year = '', month = '', day = ''] = new Date(Date.parse(moment) + jstOffsetMs)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return {
    ja: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${year}-${month}-${day} (Japan time)`,
  };
}

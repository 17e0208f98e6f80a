import type { Catalogue } from '../checks/catalogue.ts';
import type { Locale } from '../model/text.ts';
import { placeOf } from './fill.ts';
import { reasonText } from './reasons.ts';
import type { Report } from './schema.ts';
import { visible } from './visible.ts';

/** What several checks answered alike about one place. */
export interface PresentedPlace {
  readonly place: string;
  /** Why it is 未診断; null in the other lists. */
  readonly reason: string | null;
  /** Each check by the sentence that holds when all is well. */
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

type Answer = Report['passed'][number] & { readonly reason?: string };

/** One row for a place and reason, in the order of the report. */
export function presentPlaces(
  answers: readonly Answer[],
  catalogue: Catalogue,
  locale: Locale,
  sourceAddresses: readonly string[] = [],
): readonly PresentedPlace[] {
  const rows = Map.groupBy(answers, (answer) => JSON.stringify([placeOf(answer), answer.reason ?? null]));
  return [...rows.values()].flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    return [
      {
        place: visible(placeOf(first)),
        reason: first.reason === undefined ? null : reasonText(first.reason, locale, sourceAddresses),
        checks: row.map(({ check }) => ({
          id: check,
          title: visible(catalogue[check]?.text.safe[locale] ?? check),
        })),
      },
    ];
  });
}

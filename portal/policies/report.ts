import { reportOwner } from './owner.ts';
import { type Rule, readers } from './rule.ts';

/** 診断結果報告書: for the organisation alone; the centre runs diagnoses without reading their results. */
export const reportPolicy = {
  read: { who: 'member', roles: readers, owner: reportOwner },
} satisfies Record<string, Rule>;

import { assetOwner } from './owner.ts';
import { bookers, type Rule, readers } from './rule.ts';

/** 診断対象 and their 所有確認. */
export const assetPolicy = {
  list: { who: 'member', roles: readers },
  add: { who: 'member', roles: bookers },
  read: { who: 'member', roles: readers, owner: assetOwner },
  prove: { who: 'member', roles: bookers, owner: assetOwner },
  remove: { who: 'member', roles: bookers, owner: assetOwner },
} satisfies Record<string, Rule>;

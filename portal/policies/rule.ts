import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import type { Context } from '../context.ts';

/** Finds whose the thing with this id is; undefined when there is no such thing. */
export type Owner = (context: Context, id: string) => Promise<OrganisationId | undefined>;

/**
 * Who may open an address.
 * - `anyone`: no account needed
 * - `half-signed-in`: the password was right, the second factor is still to be set up
 * - `signed-in`: both factors, whatever the role
 * - `member`: with one of these roles, in the organisation that owns the thing named by `:id`, or else in the current one
 */
export type Rule =
  | { readonly who: 'anyone' }
  | { readonly who: 'half-signed-in' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'member'; readonly roles: readonly Role[]; readonly owner?: Owner }
  /** Members as above, and these roles of the centre wherever the thing belongs. */
  | {
      readonly who: 'member-or-centre';
      readonly roles: readonly Role[];
      readonly centre: readonly Role[];
      readonly owner: Owner;
    };

export const anyone: Rule = { who: 'anyone' };
export const halfSignedIn: Rule = { who: 'half-signed-in' };
export const signedIn: Rule = { who: 'signed-in' };

export const readers: readonly Role[] = ['reader', 'booker', 'approver'];
export const bookers: readonly Role[] = ['booker', 'approver'];
export const centreStaff: readonly Role[] = ['centre', 'operator'];
export const operators: readonly Role[] = ['operator'];

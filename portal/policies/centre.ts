import { centreStaff, operators, type Rule } from './rule.ts';

/** What the centre's own people do. */
export const centrePolicy = {
  approvals: { who: 'member', roles: centreStaff },
  organisations: { who: 'member', roles: centreStaff },
  stops: { who: 'member', roles: centreStaff },
  nodes: { who: 'member', roles: operators },
} satisfies Record<string, Rule>;

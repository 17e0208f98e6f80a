import type { Context } from '../context.ts';
import type { Route } from '../http/route.ts';
import { approvalRoutes } from './approval/route.ts';
import { assetRoutes } from './asset/route.ts';
import { bookingRoutes } from './booking/route.ts';
import { homeRoutes } from './home/route.ts';
import { invitationRoutes } from './invitation/route.ts';
import { mailboxRoutes } from './mailbox/route.ts';
import { nodeRoutes } from './node/route.ts';
import { organisationRoutes } from './organisation/route.ts';
import { proofRoutes } from './proof/route.ts';
import { reportRoutes } from './report/route.ts';
import { reservationRoutes } from './reservation/route.ts';
import { scannerRoutes } from './scanner/route.ts';
import { signInRoutes } from './sign-in/route.ts';
import { stopRoutes } from './stop/route.ts';
import { twoFactorRoutes } from './two-factor/route.ts';

/** Every page of the portal. Forms to make something come before the pages that show one. */
export function pageRoutes(context: Context): readonly Route[] {
  return [
    homeRoutes,
    signInRoutes,
    twoFactorRoutes,
    invitationRoutes,
    assetRoutes,
    proofRoutes,
    bookingRoutes,
    reservationRoutes,
    reportRoutes,
    approvalRoutes,
    organisationRoutes,
    stopRoutes,
    nodeRoutes,
    mailboxRoutes,
    scannerRoutes,
  ].flatMap((routes) => routes(context));
}

import QRCode from 'qrcode';
import { pendingTotp } from '../../auth/pending-totp.ts';
import { signInWithCode } from '../../auth/sign-in.ts';
import type { Context } from '../../context.ts';
import type { Request } from '../../http/env.ts';
import { Problem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import { blank, type Filled } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { halfSignedIn } from '../../policies/rule.ts';
import { signInText } from '../sign-in/text.ts';
import { twoFactorPage } from './page.ts';
import { twoFactorText } from './text.ts';

export function twoFactorRoutes(context: Context): readonly Route[] {
  async function show(c: Request, filled: Filled, status: 200 | 422) {
    const viewer = c.get('viewer');
    if (viewer === undefined || viewer.secondFactor === 'confirmed') return c.redirect('/');
    const totp = await pendingTotp(context.auth, viewer);
    if (totp === undefined) throw new Problem(409, 'set-up-not-begun', twoFactorText.restart);
    const svg = await QRCode.toString(totp.uri, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
    return c.html(twoFactorPage(viewOf(context, c), filled, totp, svg), status);
  }
  return [
    { method: 'GET', path: '/two-factor', rule: halfSignedIn, handle: (c) => show(c, blank, 200) },
    {
      method: 'POST',
      path: '/two-factor',
      rule: halfSignedIn,
      async handle(c) {
        const outcome = await signInWithCode(context, c, c.get('form').text('code'));
        if (outcome === 'signed-in') return c.redirect('/');
        return await show(c, { values: {}, errors: { code: signInText.codeWrong } }, 422);
      },
    },
  ];
}

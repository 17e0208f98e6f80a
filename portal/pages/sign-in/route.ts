import { passCookies } from '../../auth/cookies.ts';
import { returnAddress } from '../../auth/return-address.ts';
import { signInWithCode, signInWithPassword } from '../../auth/sign-in.ts';
import type { Context } from '../../context.ts';
import type { Route } from '../../http/route.ts';
import { blank } from '../../layout/field.ts';
import { viewOf } from '../../layout/view.ts';
import { anyone } from '../../policies/rule.ts';
import { codePage, signInPage } from './page.ts';
import { signInText } from './text.ts';

export function signInRoutes(context: Context): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sign-in',
      rule: anyone,
      handle: (c) => c.html(signInPage(viewOf(context, c), blank, returnAddress(c.req.query('to')))),
    },
    {
      method: 'POST',
      path: '/sign-in',
      rule: anyone,
      async handle(c) {
        const form = c.get('form');
        const to = returnAddress(form.text('to'));
        const outcome = await signInWithPassword(context, c, {
          email: form.text('email'),
          password: form.exact('password'),
        });
        if (outcome === 'second-factor-missing') return c.redirect('/two-factor');
        if (outcome === 'code-wanted') return c.redirect(`/sign-in/code?to=${encodeURIComponent(to)}`);
        const filled = { values: form.values(), errors: { email: signInText[outcome] } };
        return c.html(signInPage(viewOf(context, c), filled, to), outcome === 'blocked' ? 429 : 422);
      },
    },
    {
      method: 'GET',
      path: '/sign-in/code',
      rule: anyone,
      handle: (c) => c.html(codePage(viewOf(context, c), blank, returnAddress(c.req.query('to')))),
    },
    {
      method: 'POST',
      path: '/sign-in/code',
      rule: anyone,
      async handle(c) {
        const form = c.get('form');
        const to = returnAddress(form.text('to'));
        const outcome = await signInWithCode(context, c, form.text('code'));
        if (outcome === 'signed-in') return c.redirect(to);
        const view = viewOf(context, c);
        if (outcome === 'expired') {
          return c.html(signInPage(view, { values: {}, errors: { email: signInText.codeExpired } }, to), 422);
        }
        return c.html(codePage(view, { values: {}, errors: { code: signInText.codeWrong } }, to), 422);
      },
    },
    {
      method: 'POST',
      path: '/sign-out',
      rule: anyone,
      async handle(c) {
        const { headers } = await context.auth.api.signOut({
          headers: c.req.raw.headers,
          returnHeaders: true,
        });
        passCookies(c, headers);
        return c.redirect('/sign-in');
      },
    },
  ];
}

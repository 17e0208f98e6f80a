import type { Context } from '../../context.ts';
import type { Route } from '../../http/route.ts';
import { viewOf } from '../../layout/view.ts';
import { anyone } from '../../policies/rule.ts';
import { version } from '../../version.ts';
import { scannerPage } from './page.ts';

export function scannerRoutes(context: Context): readonly Route[] {
  const { sourceAddresses, contact, url } = context.config;
  const model = { sourceAddresses, contact, userAgent: `Enkaku/${version} (+${url.origin}/scanner; …)` };
  return [
    {
      method: 'GET',
      path: '/scanner',
      rule: anyone,
      handle: (c) => c.html(scannerPage(viewOf(context, c), model)),
    },
  ];
}

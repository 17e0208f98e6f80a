import { type Locale, locales } from '@enkaku/shared/model/text.ts';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { Request } from './env.ts';

const yearSeconds = 365 * 24 * 3600;

/** `?lang=en` on any page, remembered; Japanese by default. */
export function readLocale(c: Request, config: Config): Locale {
  const asked = locales.find((locale) => locale === c.req.query('lang'));
  if (asked === undefined) return locales.find((locale) => locale === getCookie(c, 'lang')) ?? 'ja';
  const secure = config.url.protocol === 'https:';
  setCookie(c, 'lang', asked, { path: '/', maxAge: yearSeconds, sameSite: 'Lax', secure });
  return asked;
}

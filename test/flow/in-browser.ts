import type { Page } from 'playwright-core';
import { staff } from '../demo/town.ts';
import { totpCode } from './totp.ts';

/** Password, then the code of the second factor. */
export async function signIn(page: Page, portalUrl: string, totpSecret: string): Promise<void> {
  await page.goto(`${portalUrl}/sign-in`);
  await page.fill('input[name=email]', staff.email);
  await page.fill('input[name=password]', staff.password);
  await page.click('main form button');
  await page.fill('input[name=code]', totpCode(totpSecret, Date.now()));
  await page.click('main form button');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Fills in the booking form as a person would: everything that can be chosen, from now on, for two hours. */
export async function fillBooking(page: Page, portalUrl: string, ports: string): Promise<void> {
  await page.goto(`${portalUrl}/reservations/new`);
  for (const box of await page.locator('input[name=assets]:enabled').all()) await box.check();
  await page.check('input[name=startNow]');
  await fillMoment(page, 'closesAt', new Date(Date.now() + 2 * 3_600_000));
  await page.check('input[name=ports][value=list]');
  await page.fill('input[name=portList]', ports);
  if ((await page.locator('input[name=contact][value=new]').count()) > 0) {
    await page.check('input[name=contact][value=new]');
  }
  await page.fill('input[name=contactName]', staff.name);
  await page.fill('input[name=contactEmail]', staff.email);
  await page.fill('input[name=contactPhone]', '000-000-0000');
  await page.check('#consent');
}

async function fillMoment(page: Page, edge: string, at: Date): Promise<void> {
  const jst = new Date(at.getTime() + 9 * 3_600_000).toISOString();
  await page.fill(`input[name=${edge}Year]`, jst.slice(0, 4));
  await page.fill(`input[name=${edge}Month]`, String(Number(jst.slice(5, 7))));
  await page.fill(`input[name=${edge}Day]`, String(Number(jst.slice(8, 10))));
  await page.fill(`input[name=${edge}Time]`, jst.slice(11, 16));
}

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { browserMissing, openBrowser } from '../flow/browser.ts';
import { fillBooking, signIn } from '../flow/in-browser.ts';
import { portsOf } from './reservation.ts';
import { startDemo } from './start-demo.ts';
import { assetsOf, foundTown } from './town.ts';

/** Makes the pictures of the README from a demo: `node test/demo/screens.ts`. */
const missing = browserMissing();
if (missing !== null) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}
const screens = path.join(import.meta.dirname, 'screens');
const area = { x: 0, y: 0, width: 1100, height: 1500 };
const tell = (line: string) => process.stderr.write(`${line}\n`);

await mkdir(screens, { recursive: true });
await using demo = await startDemo(path.resolve(import.meta.dirname, '../../var/screens-demo'), tell);
const { portalUrl } = demo.service;
const { client } = await foundTown(portalUrl, demo.adminLink, assetsOf(demo.lab));
await using browser = await openBrowser({ width: area.width, height: 900 });
const page = await browser.context.newPage();

await signIn(page, portalUrl, client.totpSecret ?? '');
await fillBooking(page, portalUrl, portsOf(demo.lab.beds));
await page.screenshot({
  path: path.join(screens, 'booking.png'),
  clip: { ...area, height: 1400 },
  fullPage: true,
});
await page.click('main form button.button--primary');
await page.click('#open-report', { timeout: 300_000 });
await page.waitForURL(/\/reports\/rep_/);
await page.screenshot({ path: path.join(screens, 'report.png'), clip: area, fullPage: true });
tell(`written: ${screens}/booking.png, ${screens}/report.png`);

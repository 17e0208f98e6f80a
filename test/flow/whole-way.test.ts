import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portsOf } from '../demo/reservation.ts';
import { type Demo, startDemo } from '../demo/start-demo.ts';
import { assetsOf, foundTown, staff, type Town } from '../demo/town.ts';
import { type Browser, browserMissing, openBrowser } from './browser.ts';
import { fillBooking, signIn } from './in-browser.ts';

const missing = browserMissing();
let folder: string;
let demo: Demo;
let town: Town;
let browser: Browser;

beforeAll(async () => {
  if (missing !== null) return;
  folder = await mkdtemp(path.join(tmpdir(), 'enkaku-flow-'));
  demo = await startDemo(path.join(folder, 'var'), () => undefined);
  town = await foundTown(demo.service.portalUrl, demo.adminLink, assetsOf(demo.lab));
  browser = await openBrowser();
});

afterAll(async () => {
  if (missing !== null) return;
  await browser[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('book → scan → report → mail, in a browser', async ({ skip }) => {
  if (missing !== null) skip(missing);
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  const { portalUrl } = demo.service;

  await signIn(page, portalUrl, town.client.totpSecret ?? '');
  await fillBooking(page, portalUrl, portsOf(demo.lab.beds));
  await page.click('main form button.button--primary');
  await page.waitForURL(/\/reservations\/rsv_/);

  await page.waitForSelector('#progress table', { timeout: 60_000 });
  expect(await page.locator('#progress').textContent()).toContain('127.77.');

  await page.click('#open-report', { timeout: 180_000 });
  await page.waitForURL(/\/reports\/rep_/);
  const report = await page.locator('main').textContent();
  expect(report).toContain('総合評価');
  expect(report).toContain('TLS 1.0 が提供されています');
  expect(await page.locator('#actions').textContent()).toContain(
    'TLS の設定を安全な版と暗号方式だけにします',
  );

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('a[href$="/files/report.pdf"]'),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);

  await page.goto(`${portalUrl}/dev/mailbox`);
  const mailbox = await page.locator('main').textContent();
  expect(mailbox).toContain(staff.email);
  for (const subject of ['予約', '診断を始めました', '診断結果']) expect(mailbox).toContain(subject);
  expect(complaints).toEqual([]);
}, 300_000);

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why there is no browser here, for the skip of a test; null when there is one. */
export function browserMissing(): string | null {
  return existsSync(executablePath) ? null : 'Chromium is not installed (apt-get install chromium)';
}

export interface Browser extends AsyncDisposable {
  readonly context: BrowserContext;
}

/** Debian's Chromium with a profile of its own, in Japanese. */
export async function openBrowser(
  size: { width: number; height: number } = { width: 1280, height: 900 },
): Promise<Browser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'enkaku-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: flags,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: size,
    acceptDownloads: true,
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

import { inviteFirstAdministrator } from '@enkaku/shared/db/first-administrator.ts';
import { type Instant, instant } from '@enkaku/shared/model/instant.ts';
import type { Hono } from 'hono';
import { PortalClient } from '../test/flow/portal-client.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { type Context, openContext } from './context.ts';
import type { PortalEnv } from './http/env.ts';

export const password = 'correct horse battery staple';
const origin = 'http://portal.test';

export interface TestPortal extends AsyncDisposable {
  readonly app: Hono<PortalEnv>;
  readonly context: Context;
  /** Somebody who has not signed in. */
  visitor(): PortalClient;
  /** The first administrator, signed in. */
  administrator(): Promise<PortalClient>;
  /** Somebody new, signed in, with this role in a new or a given organisation. */
  member(role?: 'reader' | 'booker' | 'approver', organisationId?: string): Promise<Member>;
}

export interface Member {
  readonly client: PortalClient;
  readonly organisationId: string;
  readonly email: string;
}

/** Codes of organisations that exist: 札幌市 and its neighbours. */
const codes = ['011002', '012025', '012033', '012041', '012050', '012068'];

/** A whole portal in memory; people come in through its own pages. */
export async function openTestPortal(
  change: Partial<Config> & { now?: () => Instant } = {},
): Promise<TestPortal> {
  const { now, ...config } = change;
  const opened = await openContext({
    ...readConfig({
      DATABASE_URL: 'sqlite::memory:',
      PORTAL_URL: origin,
      LOG_LEVEL: 'silent',
      ENKAKU_NETWORK: 'lab',
    }),
    ...config,
  });
  const context: Context = { ...opened, now: now ?? (() => instant(Date.now())) };
  const app = createApp(context);
  let people = 0;
  let administrator: PortalClient | undefined;

  const visitor = () => new PortalClient(context.config.url.origin, (request) => app.fetch(request));
  async function accept(link: string, email: string): Promise<PortalClient> {
    const client = visitor();
    await client.acceptInvitation(link, { name: '遠隔 花子', email, password });
    return client;
  }
  async function theAdministrator(): Promise<PortalClient> {
    if (administrator !== undefined) return administrator;
    const token = await inviteFirstAdministrator(context.store.db, context.now());
    administrator = await accept(`/invitation/${token}`, 'admin@centre.example.jp');
    return administrator;
  }

  return {
    app,
    context,
    visitor,
    administrator: theAdministrator,
    async member(role = 'approver', known) {
      people += 1;
      const admin = await theAdministrator();
      const code = codes[people - 1] ?? '';
      const organisationId =
        known ?? (await admin.createOrganisation({ name: `見本市${people}`, kind: 'municipality', code }));
      const email = `person${people}@city.example.lg.jp`;
      const client = await accept(await admin.invite(organisationId, email, role), email);
      return { client, organisationId, email };
    },
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

export const pdf = new File(['%PDF-1.7\n%%EOF'], '契約書.pdf', { type: 'application/pdf' });

/** An asset that the centre has approved. @returns its id */
export async function provenAsset(portal: TestPortal, member: Member, value = '127.77.1.1'): Promise<string> {
  const { id } = await member.client.addAsset({ kind: 'address', value, label: '公式サイト' });
  await member.client.requestApproval(id, '契約しているサーバーです。', pdf);
  await (await portal.administrator()).approveAll('契約書を確認しました。');
  return id;
}

export const contact = { name: '担当 太郎', email: 'tanto@city.example.lg.jp', phone: '03-1234-5678' };

/** A window that begins in an hour and lasts two. */
export function soon(hours = 1): { opensAt: Date; closesAt: Date } {
  const opensAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + hours * 3_600_000);
  return { opensAt, closesAt: new Date(opensAt.getTime() + 2 * 3_600_000) };
}

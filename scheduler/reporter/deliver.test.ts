import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@enkaku/shared/db/open.ts';
import { listMailbox } from '@enkaku/shared/db/outbox.fixture.ts';
import { claimMail, insertMail, type NewMail } from '@enkaku/shared/db/outbox.ts';
import { composeMail } from '@enkaku/shared/mail/compose.ts';
import { mails } from '@enkaku/shared/mail/mail.fixture.ts';
import { addMs, type Instant } from '@enkaku/shared/model/instant.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeliveryConfig, deliverMail } from './deliver.ts';
import {
  hasOpenssl,
  startSmtp,
  type TestSmtpOptions,
  testCertificate,
} from './delivery/smtp-server.fixture.ts';

const now = '2026-11-21T12:31:00.000Z';
const minuteMs = 60_000;
let store: Store;
let folder: string;

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  folder = mkdtempSync(path.join(tmpdir(), 'enkaku-outbox-'));
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const config = (overrides: Partial<DeliveryConfig> = {}): DeliveryConfig => ({
  smtpUrl: null,
  outboxDir: path.join(folder, 'outbox'),
  from: '遠隔診断センター <shindan@centre.example.jp>',
  ...overrides,
});

async function queue(overrides: Partial<NewMail> = {}): Promise<string> {
  return await insertMail(
    store.db,
    {
      kind: 'confirmed',
      dedupeKey: 'confirmed:rsv_1',
      organisationId: null,
      reservationId: null,
      to: { name: '吉野 花子', address: 'hanako@town.yoshino.example.jp' },
      locale: 'ja',
      content: composeMail('confirmed', mails.confirmed, 'ja'),
      messageIdHost: 'shindan.example.jp',
      ...overrides,
    },
    now,
  );
}

/** A mail that holds findings. */
async function queueFindings(): Promise<void> {
  await queue({
    kind: 'finished',
    dedupeKey: 'finished:rsv_1',
    content: composeMail('finished', mails.finished, 'ja'),
    summary: composeMail('finished', { ...mails.finished, detail: 'summary-without-tls' }, 'ja'),
  });
}

const only = async () => {
  const [mail] = await listMailbox(store.db);
  if (mail === undefined) throw new Error('no mail');
  return mail;
};

describe('insertMail', () => {
  it('the same dedupe key again → no second mail', async () => {
    expect(await queue()).toBe('queued');
    expect(await queue()).toBe('queued-before');
    expect(await listMailbox(store.db)).toHaveLength(1);
  });

  it('line ends in a name or subject → none in what becomes a header', async () => {
    const content = {
      ...composeMail('reminder', mails.reminder, 'ja'),
      subject: 'a\r\nBcc: b@example.jp',
    };
    await queue({ to: { name: 'x\r\nBcc: c@example.jp', address: 'a@example.jp\n' }, content });
    expect(await only()).toMatchObject({
      subject: 'a Bcc: b@example.jp',
      toName: 'x Bcc: c@example.jp',
      toAddress: 'a@example.jp',
    });
  });

  it('in a transaction that fails → no mail', async () => {
    const failing = store.db.transaction().execute(async (trx) => {
      await insertMail(trx, blank, now);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await listMailbox(store.db)).toEqual([]);
  });
});

describe('without a mail server', () => {
  it('→ one .eml file, whole, that holds text, page and calendar', async () => {
    await queue();
    await deliverMail(store, config(), now);
    const { id, state, messageId, sentAt } = await only();
    expect({ state, sentAt: sentAt?.slice(0, 16) }).toEqual({ state: 'sent', sentAt: now.slice(0, 16) });
    expect(readdirSync(path.join(folder, 'outbox'))).toEqual([`${id}.eml`]);
    const source = readFileSync(path.join(folder, 'outbox', `${id}.eml`), 'utf8');
    expect(source).toContain(`Message-ID: ${messageId}\r\n`);
    expect(source).toContain('Auto-Submitted: auto-generated\r\n');
    expect(source).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(source).toMatch(/Content-Type: text\/html; charset=utf-8/);
    expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(
      Buffer.byteLength(source.split('\r\n').toSorted((a, b) => b.length - a.length)[0] ?? ''),
    ).toBeLessThan(998);
  });

  it('a second round → nothing is due', async () => {
    await queue();
    await deliverMail(store, config(), now);
    expect(await deliverMail(store, config(), addMs(now, 60 * minuteMs))).toEqual([]);
  });

  it('a folder that cannot be written → kept, with the reason, and tried again a minute later', async () => {
    await queue();
    const blocked = path.join(folder, 'a-file');
    writeFileSync(blocked, '');
    await deliverMail(store, config({ outboxDir: blocked }), now);
    expect(await only()).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: expect.stringMatching(/EEXIST|ENOTDIR/),
    });
    expect(await deliverMail(store, config(), addMs(now, minuteMs - 1))).toEqual([]);
    await deliverMail(store, config(), addMs(now, 2 * minuteMs));
    expect(await only()).toMatchObject({ state: 'sent', lastError: null });
  });
});

describe('a sender that died', () => {
  it('while its lease lasts → the mail waits; after it → goes under the same Message-ID', async () => {
    await queue();
    const claimed = await claimMail(store.db, store.engine, now, addMs(now, 5 * minuteMs));
    expect(await deliverMail(store, config(), addMs(now, 4 * minuteMs))).toEqual([]);
    await deliverMail(store, config(), addMs(now, 5 * minuteMs));
    expect(await only()).toMatchObject({ state: 'sent', attempts: 2, messageId: claimed?.messageId });
  });
});

describe('a mail server', () => {
  const withServer = async (options: TestSmtpOptions, at: Instant = now, smtpCa: string | null = null) => {
    const server = await startSmtp(options);
    await using _closing = server;
    const deliveries = await deliverMail(store, config({ smtpUrl: server.url, smtpCa }), at);
    return { deliveries, ...server };
  };

  it('takes a mail without findings, even without TLS', async () => {
    await queue();
    const { received } = await withServer({});
    expect(received).toMatchObject([{ encrypted: false }]);
    expect((await only()).state).toBe('sent');
  });

  it('without TLS → the summary instead of the findings', async () => {
    await queueFindings();
    const { received } = await withServer({});
    expect((await only()).state).toBe('sent-summary');
    expect(received).toHaveLength(1);
    expect(decoded(received[0]?.source)).toContain('確認できる暗号化された通信ができなかった');
    expect(decoded(received[0]?.source)).not.toMatch(/Redis|TLS 1\.0/);
  });

  it('that is down → kept for later, and the summary is not sent in its place', async () => {
    await queueFindings();
    const server = await startSmtp();
    await server[Symbol.asyncDispose]();
    await deliverMail(store, config({ smtpUrl: server.url }), now);
    expect(await only()).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([
    ['EHLO', '421 later'],
    ['MAIL', '451 later'],
    ['RCPT', '450 later'],
    ['.', '452 disk full'],
    ['EHLO', '554 not from you'],
  ])('that answers %s with %s → kept for later', async (command, reply) => {
    await queue();
    await withServer({ replies: { [command]: reply, HELO: reply } });
    expect(await only()).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it.each([
    ['RCPT', '550 5.1.1 nobody of that name'],
    ['MAIL', '550 not from that address'],
    ['.', '554 5.7.1 refused'],
  ])('that refuses %s with %s → failed, with what it said', async (command, reply) => {
    await queue();
    const { deliveries } = await withServer({ replies: { [command]: reply } });
    expect(deliveries).toMatchObject([{ outcome: 'refused', failedForGood: true }]);
    expect(await only()).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining(reply.slice(0, 3)),
    });
  });

  it('that hangs up before it has taken the mail → kept for later', async () => {
    await queue();
    await withServer({ hangUpAt: 'DATA' });
    expect(await only()).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('that is down for long → ten attempts, longer and longer apart, then failed', async () => {
    await queue();
    const pausesMin: number[] = [];
    let at: Instant = now;
    for (let attempt = 1; attempt <= 10; attempt++) {
      await withServer({ replies: { MAIL: '451 later' } }, at);
      const { state, nextAttemptAt } = await only();
      if (state !== 'queued') break;
      pausesMin.push(Math.floor((Date.parse(nextAttemptAt) - Date.parse(at)) / minuteMs));
      at = nextAttemptAt;
    }
    expect(pausesMin).toEqual([1, 2, 5, 15, 60, 60, 60, 60, 60]);
    expect(await only()).toMatchObject({
      state: 'failed',
      attempts: 10,
      lastError: expect.stringContaining('451'),
    });
  });

  it('that wants a password on a connection without TLS → never gets it', async () => {
    await queue();
    const server = await startSmtp();
    await using _closing = server;
    await deliverMail(store, config({ smtpUrl: server.url.replace('//', '//user:secret@') }), now);
    expect(server.logins).toEqual([]);
    expect(await only()).toMatchObject({ state: 'queued' });
  });

  describe.skipIf(!hasOpenssl)('with STARTTLS', () => {
    const certificate = hasOpenssl ? testCertificate() : { cert: '', key: '' };

    it('and a certificate that holds → the findings, encrypted', async () => {
      await queueFindings();
      const { received } = await withServer({ certificate }, now, certificate.cert);
      expect(received).toMatchObject([{ encrypted: true }]);
      expect(decoded(received[0]?.source)).toContain('TLS 1.0');
      expect((await only()).state).toBe('sent');
    });

    it('and a certificate nobody vouches for → the summary, encrypted', async () => {
      await queueFindings();
      const { received } = await withServer({ certificate });
      expect(received).toMatchObject([{ encrypted: true }]);
      expect(decoded(received[0]?.source)).not.toContain('TLS 1.0');
      expect((await only()).state).toBe('sent-summary');
    });

    it('that it offers and then refuses → the summary', async () => {
      await queueFindings();
      const { received } = await withServer(
        { certificate, replies: { STARTTLS: '454 not now' } },
        now,
        certificate.cert,
      );
      expect(received).toMatchObject([{ encrypted: false }]);
      expect((await only()).state).toBe('sent-summary');
    });

    it('where the connection breaks at STARTTLS → kept for later', async () => {
      await queueFindings();
      await withServer({ certificate, hangUpAt: 'STARTTLS' }, now, certificate.cert);
      expect(await only()).toMatchObject({ state: 'queued', attempts: 1 });
    });

    it('and a password → logs in over the encrypted connection only', async () => {
      await queue();
      const server = await startSmtp({ certificate });
      await using _closing = server;
      const smtpUrl = server.url.replace('//', '//user:secret@');
      await deliverMail(store, config({ smtpUrl, smtpCa: certificate.cert }), now);
      expect(server.logins).toEqual([{ encrypted: true }]);
      expect((await only()).state).toBe('sent');
    });
  });
});

describe('an address of a mail server that is none', () => {
  it.each(['http://mail.example.jp', 'mail.example.jp', 'smtp://', ''])(
    '%j → refused at once, no mail touched',
    async (smtpUrl) => {
      await queue();
      await expect(deliverMail(store, config({ smtpUrl }), now)).rejects.toThrow('smtp://');
      expect(await only()).toMatchObject({ state: 'queued', attempts: 0 });
    },
  );
});

const blank: NewMail = {
  kind: 'reminder',
  dedupeKey: 'x',
  organisationId: null,
  reservationId: null,
  to: { name: 'x', address: 'x@example.jp' },
  locale: 'ja',
  content: { subject: 'x', text: 'x', mjml: '<mjml></mjml>', attachments: [] },
  messageIdHost: 'shindan.example.jp',
};

/** The first text part, out of its transfer encoding. */
function decoded(source = ''): string {
  const part =
    /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(
      source,
    );
  const [, encoding = '', body = ''] = part ?? [];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

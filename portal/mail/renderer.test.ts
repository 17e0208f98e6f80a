import { setTimeout } from 'node:timers/promises';
import type { MailData } from '@enkaku/shared/mail/data.ts';
import { afterEach, expect, test } from 'vitest';
import { createMailRenderer, type MailRenderer } from './renderer.ts';

const invitation: MailData['invitation'] = {
  sender: { name: 'センター', address: 'a@example.jp', contact: '', portalUrl: 'http://127.0.0.1' },
  recipient: { name: '花子', address: 'b@example.jp', organisation: '見本市' },
  link: 'http://127.0.0.1/invitation/x',
  expiresAt: '2026-11-28T00:00:00.000Z',
};
let renderer: MailRenderer;
afterEach(() => renderer[Symbol.asyncDispose]());

test('several mails at once → each gets its own', async () => {
  renderer = createMailRenderer();

  const [ja, en] = await Promise.all([
    renderer.render('invitation', invitation, 'ja'),
    renderer.render('invitation', invitation, 'en'),
  ]);

  expect(ja.subject).toContain('ご招待');
  expect(en.subject).toContain('Invitation');
});

test('its thread is ending for lack of work, at whatever moment → the next mail gets another', async () => {
  renderer = createMailRenderer(1);

  for (const pauseMs of [0, 1, 2, 5]) {
    expect((await renderer.render('invitation', invitation, 'ja')).html).toContain(invitation.link);
    await setTimeout(pauseMs);
  }
});

test('data that cannot be rendered → MailRenderError, and the next mail is not harmed', async () => {
  renderer = createMailRenderer();

  const broken = renderer.render('invitation', {} as never, 'ja');

  await expect(broken).rejects.toMatchObject({ name: 'MailRenderError' });
  expect((await renderer.render('invitation', invitation, 'ja')).subject).not.toBe('');
});

test('ended while it works → the mail fails, nothing hangs', async () => {
  renderer = createMailRenderer();
  const lost = renderer.render('invitation', invitation, 'ja');
  const failed = expect(lost).rejects.toMatchObject({ code: 'mail-render' });

  await renderer[Symbol.asyncDispose]();

  await failed;
});

import { findBrokenAudit } from '@enkaku/shared/db/audit.ts';
import { describe, expect } from 'vitest';
import { contact, openTestPortal, password, pdf, provenAsset, soon } from '../../portal/portal.fixture.ts';
import { bookingFields } from '../flow/booking-form.ts';
import { formToken, PortalClient } from '../flow/portal-client.ts';
import { databaseTest, engineNames, provideDatabases } from './engines.ts';

provideDatabases();

describe.each(engineNames)('%s', (engine) => {
  databaseTest(
    'two portals on one database → the same accounts, assets, proofs and files',
    [engine],
    async ({ create }) => {
      const databaseUrl = await create(engine);
      await using first = await openTestPortal({ databaseUrl });
      await using second = await openTestPortal({ databaseUrl });
      const member = await first.member();
      const assetId = await provenAsset(first, member);

      const elsewhere = second.visitor();
      await elsewhere.signIn({ email: member.email, password }, member.client.totpSecret);

      expect((await elsewhere.get(`/assets/${assetId}`)).text).toContain('badge--proven');
      await expect(
        second.visitor().signIn({ email: member.email, password: 'wrong wrong wrong' }, null),
      ).rejects.toThrow();
    },
  );

  databaseTest('a document goes in and comes out as it was', [engine], async ({ create }) => {
    await using portal = await openTestPortal({ databaseUrl: await create(engine) });
    const member = await portal.member();
    const { id } = await member.client.addAsset({ kind: 'address', value: '127.77.50.1' });
    await member.client.requestApproval(id, '説明', pdf);
    const admin = await portal.administrator();
    const proofId = /\/approvals\/(prf_\w+)/.exec((await admin.get('/approvals')).text)?.[1];

    const file = await admin.send(new Request(`${admin.baseUrl}/approvals/${proofId}/attachment`));

    expect(await file.text()).toBe(await pdf.text());
  });

  databaseTest(
    'one form sent to two portals at once → one reservation, an unbroken audit',
    [engine],
    async ({ create }) => {
      const databaseUrl = await create(engine);
      await using first = await openTestPortal({ databaseUrl });
      await using second = await openTestPortal({ databaseUrl });
      const member = await first.member();
      const assetId = await provenAsset(first, member);
      const page = (await member.client.get('/reservations/new')).text;
      const wish = { assetIds: [assetId], ...soon(), ports: 'default', contact };
      const other = new PortalClient(member.client.baseUrl, (request) => second.app.fetch(request));
      await other.signIn({ email: member.email, password }, member.client.totpSecret);
      const fields = bookingFields(page, wish);
      const send = async (client: PortalClient) => {
        const body = new URLSearchParams([['formToken', formToken((await client.get('/')).text)]]);
        for (const [name, value] of fields) body.append(name, String(value));
        const headers = { origin: client.baseUrl };
        return await client.send(
          new Request(`${client.baseUrl}/reservations/new`, { method: 'POST', body, headers }),
        );
      };

      const answers = await Promise.all([send(member.client), send(other)]);

      const { db } = first.context.store;
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      for (const table of ['reservation', 'consent', 'contact'] as const) {
        expect(await db.selectFrom(table).select('id').execute()).toHaveLength(1);
      }
      expect(await findBrokenAudit(db)).toBeNull();
    },
  );
});

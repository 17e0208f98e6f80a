import { deliverMail } from '../reporter/deliver.ts';
import { runWorker } from './worker.ts';

await runWorker(async ({ store, config, now, log }) => {
  const { smtpUrl, outboxDir, reporter, orders } = config;
  const delivery = { smtpUrl, outboxDir, from: reporter.mailFrom, smtpCa: orders.trustAnchors[0] ?? null };
  for (const delivered of await deliverMail(store, delivery, now)) {
    if ('error' in delivered) log.warn(delivered, 'a mail was not delivered');
    else log.info(delivered, 'a mail was delivered');
  }
});

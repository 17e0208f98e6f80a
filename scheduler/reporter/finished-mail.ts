import type { NewMail } from '@enkaku/shared/db/outbox.ts';
import type { ReservationRow } from '@enkaku/shared/db/reservation.ts';
import { composeMail } from '@enkaku/shared/mail/compose.ts';
import type { MailData } from '@enkaku/shared/mail/data.ts';
import type { ReportId } from '@enkaku/shared/model/id.ts';
import type { Report } from '@enkaku/shared/report/schema.ts';
import { mailToOwner, type Owner } from './owner.ts';
import { pageUrl, type ReporterSettings } from './settings.ts';

/** The mail that the report is there: with its findings, and what goes instead of them; or, where chosen, without. */
export function finishedMail(
  settings: ReporterSettings,
  owner: Owner,
  reservation: ReservationRow,
  reportId: ReportId,
  report: Report,
): NewMail {
  const { sender, recipient, booked } = owner;
  const reportUrl = pageUrl(settings, `/reports/${reportId}`);
  const compose = (detail: MailData['finished']['detail']) =>
    composeMail('finished', { sender, recipient, booked, report, reportUrl, detail }, reservation.locale);
  if (owner.organisation.mailDetail === 'summary') {
    return mailToOwner(owner, reservation, 'finished', compose('summary'));
  }
  const [findings, summary] = [compose('findings'), compose('summary-without-tls')];
  return mailToOwner(owner, reservation, 'finished', findings, summary);
}

import type { Locale } from '../model/text.ts';
import type { ComposedMail } from './composed.ts';
import { composeConfirmed } from './confirmed/compose.ts';
import { composeCouldNotRun } from './could-not-run/compose.ts';
import type { MailData, MailKind } from './data.ts';
import { composeFinished } from './finished/compose.ts';
import { composeInvitation } from './invitation/compose.ts';
import { composeReminder } from './reminder/compose.ts';
import { composeStarted } from './started/compose.ts';

type Composers = { readonly [K in MailKind]: (data: MailData[K], locale: Locale) => ComposedMail };

/** Every mail there is. */
export const composers: Composers = {
  invitation: composeInvitation,
  confirmed: composeConfirmed,
  reminder: composeReminder,
  started: composeStarted,
  finished: composeFinished,
  'could-not-run': composeCouldNotRun,
};

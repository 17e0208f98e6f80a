import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import type { Form } from '../../http/form.ts';
import type { Errors } from '../../layout/field.ts';
import { parseEmail } from '../invitation/validate.ts';
import { bookingText as text } from './text.ts';

export type ReadContact =
  | { readonly outcome: 'known'; readonly contact: ContactRow }
  | { readonly outcome: 'new'; readonly contact: Pick<ContactRow, 'name' | 'email' | 'phone'> }
  | { readonly outcome: 'wrong'; readonly errors: Errors };

/** The contact that was chosen, or the one that was typed. */
export function readContact(form: Form, contacts: readonly ContactRow[]): ReadContact {
  const chosen = form.text('contact');
  if (chosen !== 'new') {
    const contact = contacts.find((one) => one.id === chosen);
    return contact === undefined
      ? { outcome: 'wrong', errors: { contact: text.contactMissing } }
      : { outcome: 'known', contact };
  }
  const name = form.text('contactName');
  const email = parseEmail(form.text('contactEmail'));
  const phone = form.text('contactPhone').normalize('NFKC');
  const errors: Errors = {
    ...(name === '' || name.length > 100 ? { contactName: text.contactNameMissing } : {}),
    ...(email === undefined ? { contactEmail: text.contactEmailWrong } : {}),
    ...(/^\+?[\d() -]{6,20}$/.test(phone) ? {} : { contactPhone: text.contactPhoneWrong }),
  };
  if (email === undefined || Object.keys(errors).length > 0) return { outcome: 'wrong', errors };
  return { outcome: 'new', contact: { name, email, phone } };
}

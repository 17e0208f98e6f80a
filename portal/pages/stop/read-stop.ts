import type { StopScope } from '@enkaku/shared/db/stop.ts';
import { parseAddress } from '@enkaku/shared/model/address.ts';
import { parseHostName } from '@enkaku/shared/model/host-name.ts';
import type { OrganisationId } from '@enkaku/shared/model/id.ts';
import type { Form } from '../../http/form.ts';
import type { Errors } from '../../layout/field.ts';
import { stopText as text } from './text.ts';

export type ReadStop =
  | { readonly outcome: 'stop'; readonly target: StopScope; readonly reason: string }
  | { readonly outcome: 'wrong'; readonly errors: Errors };

const mostCharacters = 500;

/** @param organisations the ids that may be chosen */
export function readStop(form: Form, organisations: ReadonlySet<string>): ReadStop {
  const reason = form.text('reason').trim();
  const target = targetOf(form, organisations);
  const errors: Errors = {
    ...('scope' in target ? {} : target),
    ...(reason === '' || reason.length > mostCharacters ? { reason: text.reasonMissing } : {}),
  };
  if (!('scope' in target) || Object.keys(errors).length > 0) return { outcome: 'wrong', errors };
  return { outcome: 'stop', target: target as StopScope, reason };
}

function targetOf(form: Form, organisations: ReadonlySet<string>): StopScope | Errors {
  switch (form.text('scope')) {
    case 'host': {
      const typed = form.text('host').trim();
      const host = parseAddress(typed) ?? parseHostName(typed);
      return host === undefined ? { host: text.hostWrong } : { scope: 'host', host };
    }
    case 'organisation': {
      const organisationId = form.text('organisation');
      if (!organisations.has(organisationId)) return { organisation: text.organisationMissing };
      return { scope: 'organisation', organisationId: organisationId as OrganisationId };
    }
    default:
      return { scope: 'everything' };
  }
}

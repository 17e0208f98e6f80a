import type { OrganisationRow } from '@enkaku/shared/db/organisation.ts';
import { isMunicipalityCode, type MunicipalityCode } from '@enkaku/shared/model/municipality-code.ts';
import type { Form } from '../../http/form.ts';
import type { Errors } from '../../layout/field.ts';
import { organisationText as text } from './text.ts';

export type ParsedOrganisation =
  | {
      readonly outcome: 'organisation';
      readonly name: string;
      readonly kind: Exclude<OrganisationRow['kind'], 'centre'>;
      readonly code: MunicipalityCode;
    }
  | { readonly outcome: 'wrong'; readonly errors: Errors };

const maxName = 100;

export function parseOrganisation(form: Form): ParsedOrganisation {
  const name = form.text('name');
  const kind = (['municipality', 'prefecture'] as const).find((one) => one === form.text('kind'));
  const code = form.text('code').normalize('NFKC').replaceAll(/[\s-]/g, '');
  const known = isMunicipalityCode(code);
  if (name !== '' && name.length <= maxName && kind !== undefined && known) {
    return { outcome: 'organisation', name, kind, code };
  }
  const errors: Errors = {
    ...(name === '' || name.length > maxName ? { name: text.nameMissing } : {}),
    ...(kind === undefined ? { kind: text.kindMissing } : {}),
    ...(known ? {} : { code: text.codeWrong }),
  };
  return { outcome: 'wrong', errors };
}

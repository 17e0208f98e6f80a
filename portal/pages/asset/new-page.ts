import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import { speak } from '../../layout/catalogue.ts';
import { choices } from '../../layout/choices.ts';
import { errorSummary, type Filled, field } from '../../layout/field.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { assetText } from './text.ts';

export function newAssetPage(view: View, filled: Filled): Html {
  const t = speak(assetText, view.locale);
  const { locale } = view;
  const kinds: readonly { value: AssetRow['kind']; label: string }[] = [
    { value: 'name', label: t.kindName },
    { value: 'address', label: t.kindAddress },
    { value: 'range', label: t.kindRange },
    { value: 'domain', label: t.kindDomain },
  ];
  return layout(view, {
    title: t.add,
    main: html`<h1>${t.add}</h1>
      ${errorSummary(locale, filled.errors)}
      <form method="post" action="/assets/new" novalidate>${formTokenInput(view)}
        ${choices(locale, filled, { name: 'kind', label: t.kind, options: kinds })}
        ${field(locale, filled, { name: 'value', label: t.valueLabel, need: 'required', size: 'medium' })}
        ${field(locale, filled, { name: 'label', label: t.labelLabel, support: t.labelSupport, need: 'optional', size: 'medium' })}
        <button class="button button--primary">${t.save}</button>
      </form>`,
  });
}

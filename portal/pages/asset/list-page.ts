import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import type { AssetState } from './state.ts';
import { assetText, kindText } from './text.ts';

export interface ListedAsset {
  readonly asset: AssetRow;
  readonly state: AssetState;
}

export function assetListPage(view: View, assets: readonly ListedAsset[], mayAdd: boolean): Html {
  const t = speak(assetText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<div class="title-row"><h1>${t.title}</h1>
        ${mayAdd ? html`<a class="button button--primary" href="/assets/new">${t.add}</a>` : nothing}</div>
      ${assets.length === 0 ? html`<p class="empty">${t.empty}</p>` : assetTable(view, assets)}`,
  });
}

function assetTable(view: View, assets: readonly ListedAsset[]): Html {
  const t = speak(assetText, view.locale);
  return html`<table class="table">
    <thead><tr><th scope="col">${t.value}</th><th scope="col">${t.kind}</th><th scope="col">${t.label}</th><th scope="col">${t.state}</th></tr></thead>
    <tbody>${assets.map(
      ({ asset, state }) => html`<tr>
        <th scope="row" data-label="${t.value}"><a href="/assets/${asset.id}"><bdi>${asset.value}</bdi></a></th>
        <td data-label="${t.kind}">${kindText[asset.kind][view.locale]}</td>
        <td data-label="${t.label}"><bdi>${asset.label}</bdi></td>
        <td data-label="${t.state}">${stateBadge(view, state)}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

export function stateBadge(view: View, state: AssetState): Html {
  const t = speak(assetText, view.locale);
  const words = state.state === 'proven' ? t.proven(formatInstant(state.until, view.locale)) : t[state.state];
  return html`<span class="badge badge--${state.state}">${words}</span>`;
}

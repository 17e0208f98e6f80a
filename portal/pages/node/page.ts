import type { NodeRow } from '@enkaku/shared/db/node.ts';
import { formatInstant } from '@enkaku/shared/model/format-date.ts';
import { speak } from '../../layout/catalogue.ts';
import { formTokenInput } from '../../layout/form-token-input.ts';
import { type Html, html, nothing } from '../../layout/html.ts';
import { layout } from '../../layout/layout.ts';
import type { View } from '../../layout/view.ts';
import { nextStates } from './next-states.ts';
import { nodeChangeText, nodeStateText, nodeText } from './text.ts';

/** @param joinCommand shown once, right after its token was made */
export function nodePage(view: View, nodes: readonly NodeRow[], joinCommand: string | undefined): Html {
  const t = speak(nodeText, view.locale);
  return layout(view, {
    title: t.title,
    width: 'wide',
    main: html`<h1>${t.title}</h1>
      ${
        joinCommand === undefined
          ? nothing
          : html`<div class="notice notice--success" role="status"><p>${t.joinDone}</p><pre class="code" tabindex="0"><code id="join-command">${joinCommand}</code></pre></div>`
      }
      ${nodes.length === 0 ? html`<p class="empty">${t.empty}</p>` : nodeTable(view, nodes)}
      <form class="card" method="post" action="/nodes">${formTokenInput(view)}
        <p>${t.joinWhy}</p><button class="button button--primary">${t.join}</button></form>`,
  });
}

function nodeTable(view: View, nodes: readonly NodeRow[]): Html {
  const t = speak(nodeText, view.locale);
  return html`<table class="table">
    <thead><tr><th scope="col">${t.name}</th><th scope="col">${t.state}</th><th scope="col">${t.version}</th><th scope="col">${t.site}</th><th scope="col">${t.lastSeen}</th><th scope="col">${t.clock}</th><th scope="col">${t.change}</th></tr></thead>
    <tbody>${nodes.map(
      (node) => html`<tr><th scope="row" data-label="${t.name}"><bdi>${node.name}</bdi></th>
        <td data-label="${t.state}"><span class="badge badge--${node.state}">${nodeStateText[node.state][view.locale]}</span></td>
        <td data-label="${t.version}"><bdi>${node.version}</bdi></td>
        <td data-label="${t.site}"><bdi>${node.site === '' ? '—' : node.site}</bdi></td>
        <td data-label="${t.lastSeen}">${formatInstant(node.lastSeenAt, view.locale)}</td>
        <td data-label="${t.clock}">${node.clockOffsetMs} ms</td>
        <td data-label="${t.change}">${nextStates[node.state].map(
          (state) => html`<form method="post" action="/nodes/${node.id}/state">${formTokenInput(view)}
            <button class="button button--text" name="state" value="${state}">${nodeChangeText[state][view.locale]}</button></form>`,
        )}</td></tr>`,
    )}</tbody></table>`;
}

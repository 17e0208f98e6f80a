import type { Role } from '@enkaku/shared/db/tables/membership.ts';
import { centreStaff, operators, readers } from '../policies/rule.ts';
import { speak } from './catalogue.ts';
import { formTokenInput } from './form-token-input.ts';
import { type Html, html, nothing } from './html.ts';
import { layoutText } from './text.ts';
import type { View } from './view.ts';

type Label =
  | 'home'
  | 'assets'
  | 'reservations'
  | 'approvals'
  | 'organisations'
  | 'stops'
  | 'nodes'
  | 'mailbox';
const places: readonly (readonly [href: string, label: Label, roles: readonly Role[]])[] = [
  ['/', 'home', [...readers, ...centreStaff]],
  ['/assets', 'assets', readers],
  ['/reservations', 'reservations', readers],
  ['/approvals', 'approvals', centreStaff],
  ['/organisations', 'organisations', centreStaff],
  ['/stops', 'stops', centreStaff],
  ['/nodes', 'nodes', operators],
];

/** Only what the viewer may open. */
export function navigation(view: View): Html {
  const viewer = view.viewer;
  if (viewer === undefined || viewer.secondFactor === 'missing') return nothing;
  const t = speak(layoutText, view.locale);
  const role = viewer.current?.role;
  const open = places.filter(([, , roles]) => role !== undefined && roles.includes(role));
  const shown: typeof places =
    view.mailbox === 'shown' && role !== undefined && centreStaff.includes(role)
      ? [...open, ['/dev/mailbox', 'mailbox', centreStaff]]
      : open;
  return html`<div class="site-header__row site-header__row--nav">
    <nav class="main-nav" aria-label="${t.mainNavigation}"><ul>
      ${shown.map(
        ([href, label]) =>
          html`<li><a href="${href}" ${isHere(view.path, href) ? html`aria-current="page"` : nothing}>${t[label]}</a></li>`,
      )}
    </ul></nav>
    <div class="account">
      ${organisationSwitch(view)}
      <span class="account__name">${viewer.name}</span>
      <form method="post" action="/sign-out">${formTokenInput(view)}
        <button class="button button--text">${t.signOut}</button>
      </form>
    </div>
  </div>`;
}

function organisationSwitch(view: View): Html {
  const t = speak(layoutText, view.locale);
  const viewer = view.viewer;
  if (viewer?.current === undefined) return nothing;
  if (viewer.memberships.length === 1)
    return html`<span class="account__organisation">${viewer.current.name}</span>`;
  return html`<form class="organisation-switch" method="post" action="/organisation">${formTokenInput(view)}
    <label class="visually-hidden" for="organisation-switch">${t.organisation}</label>
    <select id="organisation-switch" name="organisation">
      ${viewer.memberships.map(
        (one) =>
          html`<option value="${one.organisationId}" ${one === viewer.current ? html`selected` : nothing}>${one.name}</option>`,
      )}
    </select>
    <button class="button button--text">${t.switchTo}</button>
  </form>`;
}

function isHere(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

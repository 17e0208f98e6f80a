import { setTimeout as sleep } from 'node:timers/promises';
import { type Report, reportSchema } from '@enkaku/shared/report/schema.ts';
import { type BookingWish, bookingFields, type Fields } from './booking-form.ts';
import { CookieJar } from './cookie-jar.ts';
import { PortalRefusedError, plainText } from './portal-refused.ts';
import { totpCode } from './totp.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A new asset: its page, and what has to be shown to prove it. */
export interface AddedAsset {
  readonly id: string;
  /** null for ranges, which only the centre can approve. */
  readonly wellKnown: { readonly path: string; readonly content: string } | null;
  readonly txt: { readonly name: string; readonly value: string } | null;
}

type Fetch = (request: Request) => Response | Promise<Response>;
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** One person at the portal, through nothing but its pages: cookies, form tokens, forms and links. */
export class PortalClient {
  readonly baseUrl: string;
  readonly #fetch: Fetch;
  readonly #jar = new CookieJar();
  /** Known once the second factor is set up; somebody else may sign in with it as well. */
  totpSecret: string | null = null;

  /** @param send another way to reach the portal than the network: the app itself, in its own tests */
  constructor(baseUrl: string, send: Fetch = (request) => fetch(request)) {
    this.baseUrl = baseUrl.replace(/\/$/, '');
    this.#fetch = send;
  }

  /** Makes the account behind an invitation, sets up its second factor and signs in. */
  async acceptInvitation(link: string, person: Person): Promise<void> {
    const path = new URL(link, this.baseUrl).pathname;
    await this.submit(path, path, Object.entries(person), 'invitation');
    await this.#setUpSecondFactor();
  }

  /** Joins one more organisation with the account that is signed in. */
  async joinOrganisation(link: string): Promise<void> {
    const path = new URL(link, this.baseUrl).pathname;
    await this.submit(path, path, [], 'joining');
  }

  async #setUpSecondFactor(): Promise<void> {
    const page = await this.get('/two-factor');
    const secret = /id="totp-secret">([A-Z2-7]+)</.exec(page.text)?.[1];
    if (secret === undefined) throw new PortalRefusedError('second factor', page.status, page.text);
    this.totpSecret = secret;
    await this.submit(
      '/two-factor',
      '/two-factor',
      [['code', totpCode(secret, Date.now())]],
      'second factor',
    );
  }

  async signIn(person: Pick<Person, 'email' | 'password'>, totpSecret = this.totpSecret): Promise<void> {
    const fields: Fields = [
      ['email', person.email],
      ['password', person.password],
    ];
    await this.submit('/sign-in', '/sign-in', fields, 'sign-in');
    const code = totpCode(totpSecret ?? '', Date.now());
    await this.submit('/sign-in/code', '/sign-in/code', [['code', code]], 'sign-in code');
    this.totpSecret = totpSecret;
  }

  async signOut(): Promise<void> {
    await this.submit('/scanner', '/sign-out', [], 'sign-out');
  }

  /** @returns its id */
  async createOrganisation(wish: {
    name: string;
    kind: 'municipality' | 'prefecture';
    code: string;
  }): Promise<string> {
    const done = await this.submit(
      '/organisations/new',
      '/organisations/new',
      Object.entries(wish),
      'organisation',
    );
    return lastSegment(done);
  }

  /** @returns the link */
  async invite(organisationId: string, email: string, role: string): Promise<string> {
    const path = `/organisations/${organisationId}`;
    const done = await this.submit(
      path,
      path,
      [
        ['email', email],
        ['role', role],
      ],
      'invitation',
    );
    return plainText(/id="invitation-link" href="([^"]+)"/.exec(done.text)?.[1] ?? '');
  }

  /** From now on lists and forms are about this organisation. */
  async actFor(organisationId: string): Promise<void> {
    await this.submit('/scanner', '/organisation', [['organisation', organisationId]], 'organisation');
  }

  async addAsset(wish: {
    kind: 'address' | 'range' | 'name' | 'domain';
    value: string;
    label?: string;
  }): Promise<AddedAsset> {
    const done = await this.submit('/assets/new', '/assets/new', Object.entries(wish), 'asset');
    const id = lastSegment(done);
    const { text } = await this.get(`/assets/${id}`);
    const token = /\/\.well-known\/enkaku-([0-9a-v]+)\.txt/.exec(text)?.[1];
    const name = /_enkaku-challenge\.[^<\s]+/.exec(text)?.[0];
    const value = /enkaku-verification=[0-9a-v]+/.exec(text)?.[0];
    return {
      id,
      wellKnown: token === undefined ? null : { path: `/.well-known/enkaku-${token}.txt`, content: token },
      txt: name === undefined || value === undefined ? null : { name, value },
    };
  }

  /** Presses "check now". @throws PortalRefusedError with what the portal saw instead */
  async prove(assetId: string, method: 'well-known' | 'dns-txt'): Promise<void> {
    const path = `/assets/${assetId}`;
    await this.submit(path, `${path}/check`, [['method', method]], 'proof');
    const { text, status } = await this.get(path);
    if (!text.includes('badge--proven')) throw new PortalRefusedError('proof', status, text);
  }

  async requestApproval(assetId: string, explanation: string, document: File): Promise<void> {
    const path = `/assets/${assetId}`;
    const fields: Fields = [
      ['explanation', explanation],
      ['attachment', document],
    ];
    await this.submit(path, `${path}/approval-request`, fields, 'approval request');
  }

  /** As the centre: approves everything that waits. @returns how many */
  async approveAll(reason: string): Promise<number> {
    const { text } = await this.get('/approvals');
    const ids = [...new Set([...text.matchAll(/\/approvals\/(prf_[0-9a-v]+)/g)].map(([, id = '']) => id))];
    for (const id of ids) {
      await this.submit(
        `/approvals/${id}`,
        `/approvals/${id}`,
        [
          ['reason', reason],
          ['decision', 'approve'],
        ],
        'approval',
      );
    }
    return ids.length;
  }

  /** @returns the reservation's id */
  async book(wish: BookingWish): Promise<string> {
    const page = await this.get('/reservations/new');
    const done = await this.#post('/reservations/new', page.text, bookingFields(page.text, wish));
    if (done.location === null) throw new PortalRefusedError('booking', done.status, done.text);
    return lastSegment(done);
  }

  async stop(reservationId: string): Promise<void> {
    await this.submit(
      `/reservations/${reservationId}`,
      `/reservations/${reservationId}/stop`,
      [],
      'emergency stop',
    );
  }

  async cancel(reservationId: string): Promise<void> {
    await this.submit(
      `/reservations/${reservationId}`,
      `/reservations/${reservationId}/cancel`,
      [],
      'cancellation',
    );
  }

  /** Looks every second until the report is there. @returns its id. @throws when it could not run or was stopped */
  async waitForReport(reservationId: string, signal: AbortSignal): Promise<string> {
    for (;;) {
      const { text, status } = await this.get(`/reservations/${reservationId}`);
      const id = /id="open-report" href="\/reports\/(rep_[0-9a-v]+)"/.exec(text)?.[1];
      if (id !== undefined) return id;
      if (/badge--(could-not-run|cancelled)/.test(text))
        throw new PortalRefusedError('diagnosis', status, text);
      await sleep(1000, undefined, { signal });
    }
  }

  async report(reportId: string): Promise<Report> {
    const answer = await this.get(`/api/v1/reports/${reportId}`);
    return reportSchema.parse(JSON.parse(answer.text));
  }

  async download(reportId: string, name: string): Promise<Uint8Array> {
    const response = await this.send(
      new Request(`${this.baseUrl}/reports/${reportId}/files/${encodeURIComponent(name)}`),
    );
    if (response.status !== 200) throw new PortalRefusedError(name, response.status, await response.text());
    return new Uint8Array(await response.arrayBuffer());
  }

  async get(path: string): Promise<Answer> {
    return await this.#answer(new Request(`${this.baseUrl}${path}`));
  }

  /** Opens a page, takes its form token and sends a form. @throws PortalRefusedError unless it was accepted */
  async submit(from: string, to: string, fields: Fields, what: string): Promise<Answer> {
    const page = await this.get(from);
    const done = await this.#post(to, page.text, fields);
    if (done.status >= 400) throw new PortalRefusedError(what, done.status, done.text);
    return done;
  }

  async #post(path: string, page: string, fields: Fields): Promise<Answer> {
    const token = formToken(page);
    const files = fields.some(([, value]) => value instanceof File);
    const body = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of [['formToken', token] as const, ...fields])
      body.append(name, value as string);
    const headers = { origin: new URL(this.baseUrl).origin };
    return await this.#answer(new Request(`${this.baseUrl}${path}`, { method: 'POST', body, headers }));
  }

  async #answer(request: Request): Promise<Answer> {
    const response = await this.send(request);
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
    };
  }

  /** One request with the cookies, no redirect followed. */
  async send(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    if (!this.#jar.isEmpty) headers.set('cookie', this.#jar.header());
    const response = await this.#fetch(new Request(request, { headers, redirect: 'manual' }));
    this.#jar.keep(response.headers);
    return response;
  }
}

/** The token that has to come back with a form of this page. */
export function formToken(page: string): string {
  return /name="formToken" value="([\w-]+)"/.exec(page)?.[1] ?? '';
}

function lastSegment(answer: Answer): string {
  return new URL(answer.location ?? '/', 'http://portal').pathname.split('/').at(-1) ?? '';
}

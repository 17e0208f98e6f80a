import { randomBytes } from 'node:crypto';
import { EnkakuError } from '@enkaku/shared/model/error.ts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { apiRoutes } from './api/routes.ts';
import type { Context } from './context.ts';
import type { PortalEnv, Request } from './http/env.ts';
import { formOf } from './http/form.ts';
import { formToken, formTokenField, isFormToken, visitorSession } from './http/form-token.ts';
import { readLocale } from './http/locale.ts';
import { foreignForm, notFound, Problem, tooLarge } from './http/problem.ts';
import type { Route } from './http/route.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { readSession } from './http/session.ts';
import { staticFiles } from './http/static-files.ts';
import { viewOf } from './layout/view.ts';
import { problemPage } from './pages/problem/page.ts';
import { problemText } from './pages/problem/text.ts';
import { pageRoutes } from './pages/routes.ts';
import { enforce } from './policies/enforce.ts';
import { stoppableReservations } from './policies/stoppable.ts';

const defaultMaxBytes = 64 * 1024;

/** The portal without its socket: `app.request()` is enough to test it. */
export function createApp(context: Context): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const { config, store } = context;

  app.use(async function everyAnswer(c, next) {
    c.set('locale', readLocale(c, config));
    await next();
    setSecurityHeaders(c, config);
  });
  app.get('/healthz', async (c) => {
    await store.db.selectFrom('setting').select('key').limit(1).execute();
    return c.json({ status: 'ok' });
  });
  app.get('/static/:name', staticFiles());
  app.use(async function whoIsThere(c, next) {
    const session = await readSession(context, c);
    c.set('viewer', session?.viewer);
    c.set('formToken', formToken(context.secret, session?.sessionId ?? visitorSession(c, config)));
    c.set('running', await stoppableReservations(store.db, session?.viewer));
    await next();
  });

  for (const route of pageRoutes(context)) register(app, context, route);
  app.route('/', apiRoutes(context));

  app.notFound((c) => answerProblem(context, c, notFound()));
  app.onError((error, c) => answerProblem(context, c, error));
  return app;
}

function register(app: Hono<PortalEnv>, context: Context, route: Route): void {
  if (route.method === 'GET') {
    app.get(route.path, enforce(context, route.rule), (c) => route.handle(c));
    return;
  }
  app.post(
    route.path,
    bodyLimit({
      maxSize: route.maxBytes ?? defaultMaxBytes,
      onError: () => {
        throw tooLarge();
      },
    }),
    csrf({ origin: context.config.url.origin }),
    async function formOfThisSession(c, next) {
      const form = formOf(await c.req.formData());
      if (!isFormToken(form.exact(formTokenField), c.get('formToken'))) throw foreignForm();
      c.set('form', form);
      await next();
    },
    enforce(context, route.rule),
    (c) => route.handle(c),
  );
}

function answerProblem(context: Context, c: Request, error: unknown): Response | Promise<Response> {
  const view = viewOf(context, c);
  const known = error instanceof HTTPException && error.status === 403 ? foreignForm() : error;
  if (known instanceof Problem)
    return c.html(problemPage(view, { status: known.status, text: known.text }), known.status);
  if (known instanceof TypeError && c.req.method === 'POST' && !isForm(c)) {
    return c.html(problemPage(view, { status: 400, text: problemText[400] }), 400);
  }
  const reference = randomBytes(6).toString('hex');
  context.log.error({ err: known, reference, path: c.req.path, method: c.req.method }, 'request failed');
  const text = known instanceof EnkakuError ? known.text : problemText.internal;
  return c.html(problemPage(view, { status: 500, text, reference }), 500);
}

function isForm(c: Request): boolean {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(
    c.req.header('content-type') ?? '',
  );
}

import { createServer } from 'node:http';

export interface FleetServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: { readonly path: string; readonly key: string | undefined; readonly body: unknown }[];
}

/** A fleet API that answers what a test says; `undefined` leaves the request open. */
export async function fleetServer(
  answer: (path: string) => readonly [status: number, body: unknown] | undefined,
): Promise<FleetServer> {
  const requests: FleetServer['requests'] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    let text = '';
    for await (const chunk of request) text += chunk;
    requests.push({ path, key: request.headers.authorization, body: JSON.parse(text) });
    const [status, body] = answer(path) ?? [];
    if (status === undefined) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.77.1.8', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    url: `http://127.77.1.8:${port}/`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

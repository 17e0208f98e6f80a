import { each, isObject, type Json } from '../foreign.ts';

/** Version 1 kept 16 KiB of a body. */
const storedThen = 16_384;

/** Version 1 knew only GET over HTTP/1.1 with the usual headers, and noted no time of arrival. */
export const httpResponseUpgrades = [
  (data: Json): Json => ({ ...data, exchanges: each(data.exchanges, plainGet) }),
];

function plainGet(exchange: unknown): unknown {
  if (!isObject(exchange)) return exchange;
  return {
    method: 'GET',
    protocol: 'HTTP/1.1',
    sent: [],
    ...exchange,
    response: timeless(exchange.response),
  };
}

function timeless(response: unknown): unknown {
  if (!isObject(response) || !isObject(response.value)) return response;
  const { body, bodyBytes } = response.value;
  const complete = Number(bodyBytes) <= storedThen && String(body).length < storedThen;
  return { ...response, value: { complete, receivedAt: null, ...response.value } };
}

import type { Exchange, Purpose } from './exchange.ts';

/**
 * What a file that should not be public says of secrets stays where it is: names prove the finding, values are of no
 * use to anyone but an attacker. They are struck out before the evidence leaves the node.
 */
const strikeOut: Partial<Readonly<Record<Purpose, (body: string) => string>>> = {
  env: (body) =>
    body.replaceAll(/^([ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_.]{0,80}[ \t]*=).+$/gm, '$1***'),
  'git-config': (body) => body.replaceAll(/(:\/\/)[^/@\s]{1,500}@/g, '$1***@'),
};

export function redact(exchange: Exchange): Exchange {
  const strike = strikeOut[exchange.purpose];
  if (strike === undefined || exchange.response.outcome !== 'yes') return exchange;
  const { value } = exchange.response;
  return { ...exchange, response: { outcome: 'yes', value: { ...value, body: strike(value.body) } } };
}

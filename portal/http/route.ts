import type { Rule } from '../policies/rule.ts';
import type { Request } from './env.ts';

/** One address of the portal. There is none without a rule. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly rule: Rule;
  /** Of a form, in bytes; 64 KiB where nothing is said. */
  readonly maxBytes?: number;
  handle(c: Request): Response | Promise<Response>;
}

import type { Protocol } from './protocol.ts';
import { redis } from './redis.ts';

/** Every language the probe speaks. */
export const protocols: readonly Protocol[] = [redis];

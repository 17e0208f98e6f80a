import { type Logger, pino } from 'pino';

/** JSON lines to stderr; what is secret is not in them. */
export function createLog(level: string): Logger {
  return pino({ level, redact: ['*.token', '*.key', '*.authorization'] }, pino.destination(2));
}

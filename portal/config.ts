import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const address = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[0-9.]+)(:\d{1,5})?$|^[0-9a-fA-F:]+$/, 'ADDRESS[:PORT]');

const environment = z.object({
  ENKAKU_VAR: z.string().default('var'),
  DATABASE_URL: z.string().optional(),
  PORTAL_HOST: z.string().default('127.0.0.1'),
  PORTAL_PORT: z.coerce.number().int().min(0).max(65_535).default(8700),
  PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  ENKAKU_NETWORK: z.enum(['internet', 'lab']).default('internet'),
  ENKAKU_RESOLVER: address.optional(),
  ENKAKU_PROOF_HTTP_PORT: port.optional(),
  ENKAKU_SOURCE_ADDRESSES: z.string().default(''),
  ENKAKU_CONTACT: z.string().max(200).default(''),
  FLEET_URL: z.url({ protocol: /^https?$/ }).optional(),
  FLEET_HOST: z.string().default('127.0.0.1'),
  FLEET_PORT: z.coerce.number().int().min(0).max(65_535).default(8701),
  FLEET_TLS_CERT: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]{1,100}<[^<>\s]{3,254}>$/, 'NAME <ADDRESS>')
    .default('遠隔診断 <enkaku@localhost>'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** What the portal was told to be; every other file takes this, none reads the environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** As people type it; decides on secure cookies and on the origin that forms must come from. */
  readonly url: URL;
  /** Where scanner nodes call, for the command that lets one join. */
  readonly fleetUrl: URL;
  readonly network: 'internet' | 'lab';
  /** `ADDRESS[:PORT]` of the resolver for proofs; null: the system's. */
  readonly resolver: string | null;
  /** Where the file of a proof is looked for in the lab; null: 80 and 443, as on the Internet. */
  readonly proofHttpPort: number | null;
  /** From where diagnoses come, as published on /scanner. */
  readonly sourceAddresses: readonly string[];
  /** How the centre is reached, as published on /scanner. */
  readonly contact: string;
  /** Who mails come from. */
  readonly sender: { readonly name: string; readonly address: string };
  /** Without a mail server, mails are read at /dev/mailbox. */
  readonly mailbox: 'shown' | 'hidden';
  readonly logLevel: string;
}

/** @throws z.ZodError naming the variable that is wrong */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = environment.parse(env);
  const lab = values.ENKAKU_NETWORK === 'lab';
  return {
    databaseUrl: values.DATABASE_URL ?? `sqlite:${path.join(values.ENKAKU_VAR, 'enkaku.db')}`,
    host: values.PORTAL_HOST,
    port: values.PORTAL_PORT,
    url: new URL(values.PORTAL_URL ?? `http://${values.PORTAL_HOST}:${values.PORTAL_PORT}`),
    fleetUrl: new URL(
      values.FLEET_URL ??
        `${values.FLEET_TLS_CERT ? 'https' : 'http'}://${values.FLEET_HOST}:${values.FLEET_PORT}`,
    ),
    network: values.ENKAKU_NETWORK,
    resolver: values.ENKAKU_RESOLVER ?? null,
    proofHttpPort: lab ? (values.ENKAKU_PROOF_HTTP_PORT ?? null) : null,
    sourceAddresses: values.ENKAKU_SOURCE_ADDRESSES.split(/[\s,]+/).filter((part) => part !== ''),
    contact: values.ENKAKU_CONTACT,
    sender: senderOf(values.MAIL_FROM),
    mailbox: values.SMTP_URL ? 'hidden' : 'shown',
    logLevel: values.LOG_LEVEL,
  };
}

/** `NAME <ADDRESS>` in its two parts. */
function senderOf(text: string): Config['sender'] {
  const [name = '', address = ''] = text.split('<');
  return { name: name.trim(), address: address.replace('>', '') };
}

import type { z } from 'zod';
import { unknown } from '../model/observed.ts';
import { bannerSchema } from './banner/schema.ts';
import { certificateSchema } from './certificate/schema.ts';
import { certificateUpgrades } from './certificate/upgrade.ts';
import { dnsAnswersSchema } from './dns-answers/schema.ts';
import { dnsAnswersUpgrades } from './dns-answers/upgrades.ts';
import { hostDnsSchema } from './host-dns/schema.ts';
import { httpResponseSchema } from './http-response/schema.ts';
import { httpResponseUpgrades } from './http-response/upgrades.ts';
import { mailDomainSchema } from './mail-domain/schema.ts';
import { mailboxDialogSchema } from './mailbox-dialog/schema.ts';
import { mtaStsPolicySchema } from './mta-sts-policy/schema.ts';
import { portsSchema } from './ports/schema.ts';
import { serviceReplySchema } from './service-reply/schema.ts';
import { smtpDialogSchema } from './smtp-dialog/schema.ts';
import { smtpDialogUpgrades } from './smtp-dialog/upgrades.ts';
import { snmpAnswerSchema } from './snmp-answer/schema.ts';
import { sshKexinitSchema } from './ssh-kexinit/schema.ts';
import { sshKeysSchema } from './ssh-keys/schema.ts';
import { tlsBehaviourSchema } from './tls-behaviour/schema.ts';
import { tlsHelloSchema } from './tls-hello/schema.ts';
import { tlsHelloUpgrades } from './tls-hello/upgrades.ts';
import { webFilesSchema } from './web-files/schema.ts';
import { webGearSchema } from './web-gear/schema.ts';

/**
 * Brings data of one version to the next, so that what was stored stays readable. What nobody looked at then is
 * `unknown('not-attempted')` now. It is given foreign data as well and must not throw: the schema judges the result.
 */
export type Upgrade = (data: Readonly<Record<string, unknown>>) => unknown;

/** `upgrades[0]` turns version 1 into 2, and so on: one for each version but the newest. */
interface Kind {
  readonly schema: z.ZodType;
  readonly version: number;
  readonly upgrades?: readonly Upgrade[];
}

/** Every kind of evidence: a probe writes one kind, a check reads the kinds it names. */
export const kinds = {
  ports: {
    schema: portsSchema,
    version: 2,
    upgrades: [(data) => ({ ...data, collapsed: unknown('not-attempted') })],
  },
  'tls-hello': { schema: tlsHelloSchema, version: 2, upgrades: tlsHelloUpgrades },
  'tls-behaviour': { schema: tlsBehaviourSchema, version: 1 },
  certificate: { schema: certificateSchema, version: 3, upgrades: certificateUpgrades },
  'http-response': { schema: httpResponseSchema, version: 2, upgrades: httpResponseUpgrades },
  'smtp-dialog': { schema: smtpDialogSchema, version: 2, upgrades: smtpDialogUpgrades },
  'mailbox-dialog': { schema: mailboxDialogSchema, version: 1 },
  'dns-answers': { schema: dnsAnswersSchema, version: 2, upgrades: dnsAnswersUpgrades },
  'host-dns': { schema: hostDnsSchema, version: 1 },
  'mail-domain': { schema: mailDomainSchema, version: 1 },
  'mta-sts-policy': { schema: mtaStsPolicySchema, version: 1 },
  'ssh-kexinit': { schema: sshKexinitSchema, version: 1 },
  'ssh-keys': { schema: sshKeysSchema, version: 1 },
  'snmp-answer': { schema: snmpAnswerSchema, version: 1 },
  banner: { schema: bannerSchema, version: 1 },
  'service-reply': { schema: serviceReplySchema, version: 1 },
  'web-files': { schema: webFilesSchema, version: 1 },
  'web-gear': { schema: webGearSchema, version: 1 },
} as const satisfies Readonly<Record<string, Kind>>;

export type EvidenceKind = keyof typeof kinds;
export const evidenceKinds = Object.keys(kinds) as readonly EvidenceKind[];
export const kindOf = (kind: EvidenceKind): Kind => kinds[kind];
export type EvidenceData = { readonly [K in EvidenceKind]: z.infer<(typeof kinds)[K]['schema']> };

import { bannerProbe } from './banner/probe.ts';
import { certificateProbe } from './certificate/probe.ts';
import { dnsAnswersProbe } from './dns-answers/probe.ts';
import { hostDnsProbe } from './host-dns/probe.ts';
import { httpResponseProbe } from './http-response/probe.ts';
import { mailDomainProbe } from './mail-domain/probe.ts';
import { mailboxDialogProbe } from './mailbox-dialog/probe.ts';
import { mtaStsPolicyProbe } from './mta-sts-policy/probe.ts';
import { portsProbe } from './ports/probe.ts';
import type { Probe } from './probe.ts';
import { serviceReplyProbe } from './service-reply/probe.ts';
import { smtpDialogProbe } from './smtp-dialog/probe.ts';
import { snmpAnswerProbe } from './snmp-answer/probe.ts';
import { sshKexinitProbe } from './ssh-kexinit/probe.ts';
import { sshKeysProbe } from './ssh-keys/probe.ts';
import { tlsBehaviourProbe } from './tls-behaviour/probe.ts';
import { tlsHelloProbe } from './tls-hello/probe.ts';
import { webFilesProbe } from './web-files/probe.ts';
import { webGearProbe } from './web-gear/probe.ts';

/** Every probe, one for each kind of evidence; the web first, because its requests take longest. */
export const allProbes: readonly Probe[] = [
  portsProbe,
  httpResponseProbe,
  webFilesProbe,
  tlsHelloProbe,
  tlsBehaviourProbe,
  certificateProbe,
  smtpDialogProbe,
  mailboxDialogProbe,
  dnsAnswersProbe,
  hostDnsProbe,
  mailDomainProbe,
  mtaStsPolicyProbe,
  sshKexinitProbe,
  sshKeysProbe,
  snmpAnswerProbe,
  bannerProbe,
  serviceReplyProbe,
  webGearProbe,
];

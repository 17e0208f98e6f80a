import type { EvidenceOf } from '../../evidence/evidence.ts';
import { defineCheck } from '../check.ts';
import { notApplicable } from '../verdicts.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';
import { innerJava } from './why.ts';

export const jdwp = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'critical',
  text: {
    safe: {
      ja: 'Java のデバッグ接続（JDWP）には外部から届きません',
      en: 'Java’s debug connection (JDWP) cannot be reached from the Internet',
    },
    vulnerable: {
      ja: 'Java のデバッグ接続（JDWP）が外部に公開されています',
      en: 'Java’s debug connection (JDWP) can be reached from the Internet',
    },
    why: innerJava,
  },
  action: 'close-service',
  fixes: closeFixes(
    5005,
    {
      ja: 'Java の起動引数から -agentlib:jdwp を外して再起動します。',
      en: 'Remove -agentlib:jdwp from the arguments of Java and restart it.',
    },
    {
      tomcat: {
        ja: 'catalina.sh jpda start をやめ、JPDA_OPTS を外して再起動します。',
        en: 'Do not start with catalina.sh jpda start; remove JPDA_OPTS and restart.',
      },
    },
  ),
  references: ['https://docs.oracle.com/en/java/javase/21/docs/specs/jpda/conninv.html'],
  detect: ({ 'service-reply': replies }) =>
    repeatsAnything(replies) ? notApplicable : openToAnyone(replies, 'jdwp'),
});

/** An echo server gives back the handshake of a debugger as it gives back everything. */
function repeatsAnything({ data }: EvidenceOf<'service-reply'>): boolean {
  return data.replies.some(
    ({ protocol, answer }) =>
      protocol === 'jdwp' && answer.outcome === 'yes' && answer.value.facts.access === 'echo',
  );
}

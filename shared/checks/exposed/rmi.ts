import { defineCheck } from '../check.ts';
import { closeFixes } from './close-fixes.ts';
import { openToAnyone } from './replies.ts';
import { innerJava } from './why.ts';

export const rmi = defineCheck({
  version: 1,
  needs: ['service-reply'],
  severity: 'high',
  text: {
    safe: { ja: 'Java RMI には外部から届きません', en: 'Java RMI cannot be reached from the Internet' },
    vulnerable: { ja: 'Java RMI が外部に公開されています', en: 'Java RMI can be reached from the Internet' },
    why: innerJava,
  },
  action: 'close-service',
  fixes: closeFixes(1099, {
    ja: 'RMI／JMX は 127.0.0.1 だけで待ち受け（-Djava.rmi.server.hostname=127.0.0.1）、JMX には認証と TLS を設定します。',
    en: 'Let RMI and JMX listen on 127.0.0.1 only (-Djava.rmi.server.hostname=127.0.0.1), with authentication and TLS for JMX.',
  }),
  references: [
    'https://docs.oracle.com/en/java/javase/21/management/monitoring-and-management-using-jmx-technology.html',
  ],
  detect: ({ 'service-reply': replies }) => openToAnyone(replies, 'rmi'),
});

import type { Heard, Starttls } from './exchange.ts';

const maxFeatures = 16_384;

/** RFC 6120 §5.4. */
export const xmppClient: Starttls = stream('jabber:client');
export const xmppServer: Starttls = stream('jabber:server');

function stream(namespace: string): Starttls {
  const open = (to: string) =>
    `<?xml version='1.0'?><stream:stream to='${escaped(to)}' xmlns='${namespace}' ` +
    `xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`;
  return [
    { say: open, hear: features },
    { say: () => `<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>`, hear: answer },
  ];
}

function features(received: Buffer): Heard {
  const text = received.toString('latin1');
  if (/^\s*[^<\s]/.test(text) || text.length > maxFeatures) return 'garbled';
  if (/<stream:error[\s>/]/.test(text)) return 'blocked';
  if (!/<\/stream:features>|<stream:features[^>]*\/>/.test(text)) return 'more';
  return /<starttls[\s>/]/.test(text) ? 'go-on' : 'no-tls';
}

function answer(received: Buffer): Heard {
  const text = received.toString('latin1');
  if (/<proceed[^>]*>/.test(text)) return 'go-on';
  if (/<failure[\s>/]/.test(text)) return 'no-tls';
  return text.length > maxFeatures ? 'garbled' : 'more';
}

function escaped(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9.:-]/g, '');
}

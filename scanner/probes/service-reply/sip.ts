import type { Facts, Protocol, Question } from './protocol.ts';

/** RFC 3261 §11: OPTIONS, what a phone exchange answers to anyone. `.invalid` is nobody's name (RFC 6761). */
function options(transport: 'UDP' | 'TCP'): Question {
  const lines = [
    'OPTIONS sip:enkaku@enkaku.invalid SIP/2.0',
    `Via: SIP/2.0/${transport} enkaku.invalid;branch=z9hG4bK-enkaku;rport`,
    'Max-Forwards: 1',
    'From: <sip:enkaku@enkaku.invalid>;tag=enkaku',
    'To: <sip:enkaku@enkaku.invalid>',
    'Call-ID: enkaku',
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '\r\n',
  ];
  return {
    asked: 'options',
    say: Buffer.from(lines.join('\r\n')),
    isWhole: (bytes) => bytes.includes('\r\n\r\n'),
    read,
  };
}

function read(bytes: Buffer): Facts | undefined {
  const text = bytes.toString('latin1');
  const status = /^SIP\/2\.0 (\d{3})[ \r]/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const software = /\r\n(?:Server|User-Agent):[ \t]*([^\r\n]{1,200})/i.exec(text)?.[1];
  return { status, ...(software === undefined ? {} : { software }) };
}

const where = { name: 'sip', ports: [5060], services: ['sip', 'sip-proxy'] } as const;
export const sip: Protocol = { ...where, transport: 'tcp', questions: [options('TCP')] };
export const sipUdp: Protocol = { ...where, transport: 'udp', questions: [options('UDP')] };

import type { Facts, Protocol } from './protocol.ts';

/** RFC 2326 §10.2: DESCRIBE tells whether a stream is shown to anyone; nothing is played. */
export const rtsp: Protocol = {
  name: 'rtsp',
  transport: 'tcp',
  ports: [554, 8554],
  services: ['rtsp'],
  questions: [
    {
      asked: 'describe',
      say: Buffer.from('DESCRIBE rtsp://localhost/ RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\n\r\n'),
      isWhole: (bytes) => bytes.includes('\r\n\r\n'),
      read,
    },
  ],
};

function read(bytes: Buffer): Facts | undefined {
  const text = bytes.toString('latin1');
  const status = /^RTSP\/1\.0 (\d{3})[ \r]/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const software = /\r\nServer:[ \t]*([^\r\n]{1,200})/i.exec(text)?.[1];
  const access = status === '200' ? 'open' : status === '401' || status === '403' ? 'password' : 'unknown';
  return { status, access, ...(software === undefined ? {} : { software }) };
}

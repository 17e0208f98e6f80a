import { type ClientHttp2Session, connect } from 'node:http2';
import type { TLSSocket } from 'node:tls';

/** HTTP/2 by the runtime on a connection of the guard; it opens none of its own, and takes no pushes. */
export function speakHttp2(socket: TLSSocket, authority: string): ClientHttp2Session {
  return connect(`https://${authority}`, {
    createConnection: () => socket,
    maxHeaderListPairs: 256,
    maxReservedRemoteStreams: 0,
    maxSessionMemory: 1,
    maxSettings: 32,
    peerMaxConcurrentStreams: 1,
    settings: { enablePush: false, maxHeaderListSize: 64 * 1024 },
  });
}

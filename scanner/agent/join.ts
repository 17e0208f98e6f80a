import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAddress, specialPurpose } from '@enkaku/shared/model/address.ts';
import { EnkakuError } from '@enkaku/shared/model/error.ts';
import { joinResponseSchema, protocolVersion } from '@enkaku/shared/protocol/messages.ts';
import { z } from 'zod';
import { type NodeIdentity, post } from './link-http.ts';

export class JoinError extends EnkakuError {
  override readonly name = 'JoinError';
  readonly code: 'bad-address' | 'unencrypted' | 'not-joined' | 'broken-state';

  constructor(code: JoinError['code'], text: { ja: string; en: string }) {
    super(text);
    this.code = code;
  }
}

export interface Invitation {
  /** Of the scheduler, with a slash at the end. */
  readonly url: string;
  /** null: the node has joined before. */
  readonly token: string | null;
}

/** `https://portal.example/#TOKEN`. @throws JoinError for anything but https, or http to this very machine */
export function parseInvitation(text: string): Invitation {
  const [address = '', token = ''] = text.split('#', 2);
  if (!URL.canParse(address)) {
    throw new JoinError('bad-address', {
      ja: '--join には URL#TOKEN の形で指定してください。',
      en: '--join takes URL#TOKEN',
    });
  }
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname))) {
    throw new JoinError('unencrypted', {
      ja: 'スケジューラーには https:// で接続してください（同じ装置内に限り http:// も使えます）。',
      en: 'a scheduler on another machine must be reached by https://',
    });
  }
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return { url: url.href, token: token === '' ? null : token };
}

function isThisMachine(hostname: string): boolean {
  const address = parseAddress(hostname.replace(/^\[|\]$/g, ''));
  return hostname === 'localhost' || (address !== undefined && specialPurpose(address) === 'loopback');
}

const stateSchema = z.strictObject({
  url: z.string(),
  nodeId: z.string(),
  key: z.string(),
  orderKey: z.string(),
});

/**
 * Who this node is: what is in the state folder, else what the scheduler answers to the token (used once).
 * @param invitation null: only the state folder knows. @throws JoinError | LinkTroubleError | NodeRefusedError
 */
export async function joinFleet(
  invitation: Invitation | null,
  options: { stateFolder: string; name: string; version: string },
  signal: AbortSignal,
): Promise<NodeIdentity> {
  const file = path.join(options.stateFolder, 'node.json');
  const known = readState(file);
  if (known !== undefined && (invitation === null || invitation.url === known.url)) return known;
  if (invitation?.token === undefined || invitation.token === null) {
    throw new JoinError('not-joined', {
      ja: 'この診断装置はまだ登録されていません。--join URL#TOKEN を指定してください。',
      en: 'this node has not joined yet: --join URL#TOKEN',
    });
  }
  const { token, url } = invitation;
  const request = { protocol: protocolVersion, token, name: options.name, version: options.version };
  const answer = await post(new URL('fleet/v1/join', url), request, joinResponseSchema, signal);
  const identity = { url, ...answer };
  writeState(file, identity);
  return identity;
}

function readState(file: string): NodeIdentity | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const state = stateSchema.safeParse(parseJson(text));
  if (state.success) return state.data;
  throw new JoinError('broken-state', {
    ja: `${file} を読み取れません。削除してから、新しい登録用トークンで登録し直してください。`,
    en: `${file} cannot be read: remove it and join again with a new token`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and for nobody else's eyes: it holds the node's key. */
function writeState(file: string, identity: NodeIdentity): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(identity, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

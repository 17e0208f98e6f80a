import type { Text } from '@enkaku/shared/model/text.ts';
import { proofText as text } from './text.ts';

export const maxAttachmentBytes = 5 * 1024 * 1024;

const kinds = [
  { extension: 'pdf', mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { extension: 'png', mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { extension: 'jpg', mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
] as const;

export type Attachment =
  | { readonly outcome: 'accepted'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly outcome: 'wrong'; readonly error: Text };

/** Judged by its first bytes; the name it came with decides nothing but what it is called. */
export async function readAttachment(file: File | undefined): Promise<Attachment> {
  if (file === undefined) return { outcome: 'wrong', error: text.attachmentMissing };
  if (file.size > maxAttachmentBytes) return { outcome: 'wrong', error: text.attachmentLarge };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (kind === undefined) return { outcome: 'wrong', error: text.attachmentKind };
  const stem = file.name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '_')
    .slice(0, 80);
  return { outcome: 'accepted', bytes, name: `${stem || 'document'}.${kind.extension}` };
}

export function attachmentMediaType(bytes: Uint8Array): string {
  return kindOf(bytes)?.mediaType ?? 'application/octet-stream';
}

function kindOf(bytes: Uint8Array) {
  return kinds.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
}

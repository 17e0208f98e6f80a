import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';

export type FileExchange = EvidenceData['web-files']['exchanges'][number];
export type FilePurpose = FileExchange['purpose'];

export function bodyOf({ response }: Pick<FileExchange, 'response'>): string {
  return response.outcome === 'yes' ? response.value.body : '';
}

/** 200, or 206 where only the beginning was asked for. */
export function isServed({ response }: Pick<FileExchange, 'response'>): boolean {
  return response.outcome === 'yes' && (response.value.status === 200 || response.value.status === 206);
}

export function isHtml({ response }: Pick<FileExchange, 'response'>): boolean {
  return (
    response.outcome === 'yes' &&
    response.value.headers.some(
      ([name, value]) =>
        name.toLowerCase() === 'content-type' && /^\s*(?:text\/html|application\/xhtml)/i.test(value),
    )
  );
}

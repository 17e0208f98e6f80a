import type { JobRow } from '@enkaku/shared/db/job.ts';
import { decodeJson } from '@enkaku/shared/db/json.ts';
import { type EvidenceKind, evidenceKinds } from '@enkaku/shared/evidence/kinds.ts';
import type { Unprobed } from '@enkaku/shared/protocol/messages.ts';

const kindsOfDomains: readonly EvidenceKind[] = ['dns-answers', 'mail-domain'];

/** What a job without its node's own account leaves undone: every kind of which nothing was seen. */
export function unprobedOf(
  job: Pick<JobRow, 'target' | 'host'>,
  seen: ReadonlySet<EvidenceKind>,
  reason: Unprobed['reason'],
  detail = '',
): readonly Unprobed[] {
  const { kind } = decodeJson(job.target);
  const wanted = kind === 'domain' ? kindsOfDomains : evidenceKinds;
  const endpoint = {
    host: job.host,
    name: null,
    port: null,
    transport: kind === 'domain' ? 'udp' : 'tcp',
  } as const;
  return wanted.filter((each) => !seen.has(each)).map((each) => ({ kind: each, endpoint, reason, detail }));
}

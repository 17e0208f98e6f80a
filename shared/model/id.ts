/** Ids carry their kind, so that a log line says what it names: `rsv_…`, `job_…`. */
export type Id<P extends string> = `${P}_${string}`;

export type OrganisationId = Id<'org'>;
export type ContactId = Id<'con'>;
export type AssetId = Id<'ast'>;
export type ProofId = Id<'prf'>;
export type ConsentId = Id<'cns'>;
export type ReservationId = Id<'rsv'>;
export type NodeId = Id<'nod'>;
export type JobId = Id<'job'>;
export type EvidenceId = Id<'evd'>;
export type ReportId = Id<'rep'>;
export type FindingId = Id<'fnd'>;
export type MailId = Id<'mil'>;
export type StopId = Id<'stp'>;

/** @param random 16 or more characters of [0-9a-z], from the caller's source of randomness */
export function idOf<P extends string>(prefix: P, random: string): Id<P> {
  return `${prefix}_${random}`;
}

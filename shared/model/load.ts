/** What a diagnosis cost its target. Latency in milliseconds of a TCP connect; null where it could not be measured. */
export interface Load {
  readonly packets: number;
  readonly requests: number;
  /** The most packets in any one second. */
  readonly maxPerSecond: number;
  readonly targetLatency: {
    readonly before: number | null;
    readonly during: number | null;
    readonly after: number | null;
  };
}

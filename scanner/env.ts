/** The environment as it is, nothing decided yet. */
export interface Env {
  /** Jobs at once; 8 unless told. */
  readonly slots: string | undefined;
  /** Data centre and line, as the operators call it. */
  readonly site: string | undefined;
  /** nmap's name or path. */
  readonly nmapPath: string | undefined;
  /** Networks that are never asked, CIDR, separated by commas. */
  readonly deny: string | undefined;
  /** trace, debug, info, warn, error or silent. */
  readonly logLevel: string | undefined;
}

export function readEnv(env: NodeJS.ProcessEnv): Env {
  return {
    slots: env.ENKAKU_SLOTS,
    site: env.ENKAKU_SITE,
    nmapPath: env.ENKAKU_NMAP,
    deny: env.ENKAKU_DENY,
    logLevel: env.ENKAKU_LOG,
  };
}

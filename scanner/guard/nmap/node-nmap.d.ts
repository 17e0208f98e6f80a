/** The part of node-nmap 4.0.0 that we build on; the package brings no types. */
declare module 'node-nmap' {
  import type { ChildProcess } from 'node:child_process';
  import type { EventEmitter } from 'node:events';

  class NmapScan extends EventEmitter {
    constructor(range: readonly string[], inputArguments: readonly string[]);
    readonly command: readonly string[];
    rawData: string;
    child: ChildProcess | undefined;
    cancelled: boolean;
    initializeChildProcess(): void;
    startScan(): void;
    killChild(): void;
    rawDataHandler(data: string): void;
  }

  const nmap: { NmapScan: typeof NmapScan };
  export default nmap;
}

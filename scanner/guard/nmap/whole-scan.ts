import { spawn } from 'node:child_process';
import nodeNmap from 'node-nmap';
import type { NmapRun } from '../guard.ts';

const longestXmlBytes = 64 * 1024 * 1024;
const longestStderrBytes = 64 * 1024;
/** From SIGTERM to SIGKILL. */
const graceMs = 400;

/**
 * node-nmap's scan, losing nothing: its own child handling drops the results when nmap writes to stderr or says
 * "percent", dies of a port without service, and leaves nmap behind when the process ends.
 * Emits `complete` with an NmapRun once nmap has ended, however it ended, or `error` when it could not start.
 */
export class WholeNmapScan extends nodeNmap.NmapScan {
  readonly #program: readonly [string, ...string[]];
  #stderr = '';
  #exitCode: number | null = null;

  constructor(program: readonly [string, ...string[]], address: string, args: readonly string[]) {
    super([address], args);
    this.#program = program;
  }

  /** Called by the constructor of node-nmap, when nobody listens yet: nothing is started here. */
  override initializeChildProcess(): void {}

  override startScan(): void {
    const [file, ...before] = this.#program;
    const child = spawn(file, [...before, ...this.command], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // No HOME: nmap would read its data files from there.
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    });
    this.child = child;
    const orphan = () => child.kill('SIGKILL');
    process.once('exit', orphan);

    const xml: Buffer[] = [];
    let xmlBytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      xmlBytes += chunk.length;
      if (xmlBytes > longestXmlBytes) this.killChild();
      else xml.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(0, longestStderrBytes);
    });
    child.once('error', (error) => {
      process.off('exit', orphan);
      this.emit('error', error);
    });
    child.once('close', (code) => {
      process.off('exit', orphan);
      this.#exitCode = this.cancelled ? null : code;
      this.rawData = Buffer.concat(xml).toString('utf8');
      this.rawDataHandler(this.rawData);
    });
  }

  override rawDataHandler(data: string): void {
    const run: NmapRun = { xml: data, stderr: this.#stderr, exitCode: this.#exitCode };
    this.emit('complete', run);
  }

  /** SIGTERM, and SIGKILL for what does not listen. */
  override killChild(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    const child = this.child;
    child?.kill('SIGTERM');
    const last = setTimeout(() => {
      child?.kill('SIGKILL');
      // What it started itself may hold the pipes open.
      child?.stdout?.destroy();
      child?.stderr?.destroy();
    }, graceMs);
    child?.once('close', () => clearTimeout(last));
  }
}

import { accusedBy, lookAtWeb } from '../look-at-web.ts';

/** Looks at the servers named in its argument, eight at once as a node has slots, and tells what came of it as JSON. */
export interface HostileLook {
  readonly name: string;
  /** Checks that accuse with medium or more. */
  readonly accused: readonly string[];
  readonly blocked: boolean;
  readonly seconds: number;
  readonly evidenceCharacters: number;
}

export interface HostileLooks {
  readonly looks: readonly HostileLook[];
  readonly peakMegabytes: number;
}

export interface Listening {
  readonly name: string;
  readonly scheme: 'http' | 'https';
  readonly port: number;
}

const slots = 8;
const { address, servers, times } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly address: string;
  readonly servers: Listening[];
  readonly times: { readonly waitMs: number; readonly responseMs: number; readonly visitMs: number };
};
const looks: HostileLook[] = [];

async function slot(): Promise<void> {
  for (let next = servers.shift(); next !== undefined; next = servers.shift()) {
    const look = await lookAtWeb(
      { address, name: 'www.city.example', ports: [next] },
      { times, files: 'looked-for' },
    );
    looks.push({
      name: next.name,
      accused: accusedBy(look, 'medium'),
      blocked: look.judgements.some(
        ({ verdict }) => verdict.verdict === 'undetermined' && verdict.reason === 'blocked',
      ),
      seconds: look.seconds,
      evidenceCharacters: JSON.stringify(look.evidence).length,
    });
  }
}

await Promise.all(Array.from({ length: slots }, slot));
const told: HostileLooks = { looks, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(told));

import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { tlsVersions } from '@enkaku/shared/evidence/tls-hello/schema.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import type { Probe } from '../probe.ts';
import { type Pause, pause } from '../wire/pause.ts';
import { placesFor, portAt, tlsRouteOf } from '../wire/services.ts';
import type { ServerHello } from '../wire/tls/server-hello.ts';
import type { TlsVersion } from '../wire/tls/versions.ts';
import { HelloClient } from './hello-client.ts';
import { confirmAnswers, legacyVersions, type Survey, surveyTls } from './survey.ts';

type Data = EvidenceData['tls-hello'];

/** Long enough for the second look to fall into a later second. */
const confirmationGapMs = 1100;
const retired: readonly TlsVersion[] = ['TLSv1.1', 'TLSv1.0', 'SSLv3'];
const renegotiationInfo = 0xff01;

export interface TlsHelloOptions {
  readonly pause: Pause;
  /** For one answer. */
  readonly answerMs: number;
}

/** Raw ClientHellos: our own TLS library refuses what we want to see, and its refusal would look like the server's. */
export function createTlsHelloProbe({ pause, answerMs }: TlsHelloOptions): Probe<'tls-hello'> {
  return {
    kind: 'tls-hello',
    worstCaseMs: 210_000,
    places: (host) => placesFor(host, (port) => tlsRouteOf(port) !== undefined),
    async gather(endpoint, guard, host) {
      const port = portAt(host, endpoint.port);
      const via = (port && tlsRouteOf(port)) ?? 'direct';
      const client = new HelloClient(guard, endpoint, via, { answerMs, totalMs: 100_000 });
      const survey = await surveyTls(client, endpoint.name);
      const weak = weakVersions(survey);
      if (hasWeakAnswer(survey, weak)) await pause(confirmationGapMs, guard);
      return {
        ...notAsked,
        sni: endpoint.name,
        via,
        versions: await confirmAnswers(client, survey.versions, (version) => weak.includes(version)),
        families: await confirmAnswers(client, survey.families, () => true),
        dhe: survey.dhe,
        compression: compressionOf(survey),
        secureRenegotiation: secureRenegotiationOf(survey),
        connections: client.connections,
      };
    },
  };
}

export const tlsHelloProbe = createTlsHelloProbe({ pause, answerMs: 8000 });

const notAttempted = unknown('not-attempted');
/** What this probe does not ask for. */
const notAsked = {
  sslv2: notAttempted,
  ciphers: {
    SSLv3: notAttempted,
    'TLSv1.0': notAttempted,
    'TLSv1.1': notAttempted,
    'TLSv1.2': notAttempted,
    'TLSv1.3': notAttempted,
  },
  order: notAttempted,
  unofferedCipher: notAttempted,
  dheExport: notAttempted,
  ecdhe: notAttempted,
  weakCurves: notAttempted,
  hybridGroup: notAttempted,
  groups: { 'TLSv1.2': notAttempted, 'TLSv1.3': notAttempted },
  weakSignature: notAttempted,
  extendedMasterSecret: notAttempted,
  encryptThenMac: notAttempted,
  heartbeat: notAttempted,
  downgradeSentinel: notAttempted,
  fallback: notAttempted,
  randoms: [],
  intolerance: { grease: notAttempted, size: notAttempted },
  leaves: { named: notAttempted, withoutName: notAttempted },
  clientAuth: notAttempted,
  h2: notAttempted,
};

/** The retired ones; and without TLS 1.3 the best one, because that it is the best is then a fault too. */
function weakVersions({ versions }: Survey): readonly TlsVersion[] {
  const best = tlsVersions.findLast((version) => versions[version].observed.outcome === 'yes');
  return best === undefined || best === 'TLSv1.3' ? retired : [...retired, best];
}

function hasWeakAnswer({ versions, families }: Survey, weak: readonly TlsVersion[]): boolean {
  const answers = [...weak.map((version) => versions[version]), ...Object.values(families)];
  return answers.some(({ observed }) => observed.outcome === 'yes');
}

function compressionOf(survey: Survey): Data['compression'] {
  const hello = legacyHello(survey);
  if (hello.outcome !== 'yes') return hello;
  return hello.value.compression === 0 ? no : yes({ method: hello.value.compression });
}

/** Where no version up to TLS 1.2 is spoken the question has no answer: TLS 1.3 has no renegotiation. */
function secureRenegotiationOf(survey: Survey): Data['secureRenegotiation'] {
  const hello = legacyHello(survey);
  if (hello.outcome !== 'yes') return unknown('not-attempted');
  const extension = hello.value.extensions.get(renegotiationInfo);
  return extension === undefined ? no : yes({ extension: extension.toString('hex') });
}

/** The ServerHello of the highest version up to TLS 1.2. */
function legacyHello({ versions, dhe }: Survey): Observed<ServerHello> {
  const answers = legacyVersions.map((version) => versions[version]);
  const answer = answers.find(({ observed }) => observed.outcome === 'yes')?.answer;
  if (answer?.kind === 'hello') return yes(answer.hello);
  return dhe.outcome === 'no' ? no : unknown('not-attempted');
}

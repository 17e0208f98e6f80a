import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { no, type Observed, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { extensionTypes, type ServerHello } from '../wire/tls/server-hello.ts';
import type { Greeting } from './observe.ts';
import type { Survey } from './survey.ts';
import { clientAuthIn, leafIn, type Witness } from './witness.ts';

type Data = EvidenceData['tls-hello'];
type Facts = Pick<
  Data,
  | 'compression'
  | 'secureRenegotiation'
  | 'extendedMasterSecret'
  | 'encryptThenMac'
  | 'heartbeat'
  | 'downgradeSentinel'
  | 'clientAuth'
  | 'ecdhe'
  | 'h2'
> & { readonly leaf: Data['leaves']['named'] };

const notAttempted = unknown('not-attempted');
const sentinel = '444f574e47524401';

/** What the hellos up to TLS 1.2 showed by the way, above all that of the highest version. */
export function legacyFacts(survey: Survey, witness: Witness): Facts {
  const { main, silence, asking } = survey;
  if (main?.answer.kind !== 'hello') return nothingToSee(silence);
  const { hello } = main.answer;
  const echo = (type: keyof typeof extensionTypes) => extensionOf(hello, extensionTypes[type]);
  return {
    compression: hello.compression === 0 ? no : yes({ method: hello.compression }),
    secureRenegotiation: echo('renegotiationInfo'),
    extendedMasterSecret: echo('extendedMasterSecret'),
    encryptThenMac: echo('encryptThenMac'),
    heartbeat: echo('heartbeat'),
    downgradeSentinel: sentinelIn(survey, main.answer),
    clientAuth: clientAuthIn(main.answer),
    ecdhe: witness.ecdhe ?? no,
    h2: witness.h2,
    leaf: asking.sni === null ? notAttempted : leafIn(main.answer),
  };
}

/** TLS 1.3 has neither renegotiation nor the extensions that mend TLS 1.2: there the question has no answer. */
function nothingToSee(silence: Observed<never>): Facts {
  return {
    compression: silence,
    secureRenegotiation: notAttempted,
    extendedMasterSecret: notAttempted,
    encryptThenMac: silence,
    heartbeat: silence,
    downgradeSentinel: notAttempted,
    clientAuth: notAttempted,
    ecdhe: silence,
    h2: silence,
    leaf: notAttempted,
  };
}

/** What a server put into its hello in answer to an extension of ours. */
function extensionOf({ extensions }: ServerHello, type: number): Observed<{ extension: string }> {
  const extension = extensions.get(type);
  return extension === undefined ? no : yes({ extension: extension.toString('hex') });
}

function sentinelIn({ tls13 }: Survey, { hello }: Greeting): Data['downgradeSentinel'] {
  if (!tls13 || hello.version !== 'TLSv1.2') return notAttempted;
  const random = hello.random.toString('hex');
  return random.endsWith(sentinel) ? yes({ random }) : no;
}

import { expect, test } from 'vitest';
import { acceptedHello, buildMxTlsHello, buildTlsHello } from '../../../evidence/tls-hello/build.fixture.ts';
import { no, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { insecureRenegotiation } from './insecure.ts';

const silent = unknown('timeout');
const missing = { secureRenegotiation: no };
const once = acceptedHello({ confirmedBy: null });

test.each([
  ['echoed', buildTlsHello(), 'safe'],
  [
    'not echoed by a server of TLS 1.3 only',
    buildTlsHello({ ...missing, versions: { 'TLSv1.2': no } }),
    'not-applicable',
  ],
  ['silence', buildTlsHello({ secureRenegotiation: silent }), 'undetermined: timeout'],
  [
    'not echoed, no version spoken',
    buildTlsHello({ ...missing, versions: { 'TLSv1.2': no, 'TLSv1.3': no } }),
    'undetermined: no-handshake',
  ],
  [
    'not echoed, TLS 1.2 silent',
    buildTlsHello({ ...missing, versions: { 'TLSv1.2': silent } }),
    'undetermined: no-handshake',
  ],
  ['not echoed, twice', buildTlsHello(missing), 'medium verified'],
  ['not echoed, once', buildTlsHello({ ...missing, versions: { 'TLSv1.2': once } }), 'medium inferred'],
  ['not echoed by a mail server', buildMxTlsHello(missing), 'low verified'],
])('%s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(insecureRenegotiation, evidence)).toBe(outcome);
});

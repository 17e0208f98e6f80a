import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { safe, undetermined } from '../verdicts.ts';
import { confirmTls } from './fixes.ts';
import { highestAccepted, noHandshake } from './version-offered.ts';

export const timestamp = defineCheck({
  version: 1,
  needs: ['tls-hello'],
  severity: 'info',
  text: {
    safe: {
      ja: 'TLS の応答からサーバーの時計は分かりません',
      en: 'TLS answers do not tell the server’s clock',
    },
    vulnerable: { ja: 'TLS の応答からサーバーの時計が分かります', en: 'TLS answers tell the server’s clock' },
    why: {
      ja: '古い TLS の実装は、接続のたびにサーバーの時刻を知らせます。それ自体は危険ではありませんが、ソフトウェアが古いことの表れです。',
      en: 'Old TLS implementations tell the time with every connection. That is no danger, but a sign of old software.',
    },
  },
  action: 'tls-settings',
  fixes: fixList(confirmTls, {
    ja: 'TLS のソフトウェアを更新します。OpenSSL は 1.0.1f から時刻を知らせません。',
    en: 'Update the TLS software: OpenSSL stopped telling the time in 1.0.1f.',
  }),
  references: ['https://datatracker.ietf.org/doc/html/draft-mathewson-no-gmtunixtime'],
  detect: ({ 'tls-hello': hello }) => judgeClock(hello),
});

/** A random number looks like the present time once in a million; two of them do not. */
const nearSeconds = 3600;
const enoughSamples = 2;

function judgeClock(hello: EvidenceOf<'tls-hello'>): Verdict {
  const { randoms } = hello.data;
  if (highestAccepted(hello.data) === undefined) return noHandshake(hello.data);
  if (randoms.length < enoughSamples) return undetermined('too-few-handshakes');
  const near = randoms.filter(
    ({ random, epochSeconds }) =>
      Math.abs(Number.parseInt(random.slice(0, 8), 16) - epochSeconds) <= nearSeconds,
  );
  if (near.length < randoms.length) return safe;
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [proofAt(hello, ['randoms', 0, 'random']), proofAt(hello, ['randoms', 1, 'random'])],
  };
}

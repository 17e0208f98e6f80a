import type { Evidence, EvidenceOf } from '../../evidence/evidence.ts';
import { samePlace } from '../../evidence/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { notApplicable, safe, undetermined } from '../verdicts.ts';

export const drown = defineCheck({
  version: 1,
  needs: ['certificate', 'tls-hello'],
  estate: ['certificate', 'tls-hello'],
  severity: 'high',
  text: {
    safe: {
      ja: '同じ鍵を使うほかのサーバーで SSL 2.0 は提供されていません',
      en: 'No server with the same key offers SSL 2.0',
    },
    vulnerable: {
      ja: '同じ鍵を使うサーバーが SSL 2.0 を提供しています（DROWN）',
      en: 'A server with the same key offers SSL 2.0 (DROWN)',
    },
    why: {
      ja: 'このサーバー自体の設定が新しくても、同じ秘密鍵を使う別のサーバーが SSL 2.0 を提供していると、そちらを使ってこのサーバーの通信を解読できます（DROWN）。住民や職員の通信が読まれるおそれがあります。',
      en: 'However modern this server is, its traffic can be decrypted by way of another server that has the same private key and offers SSL 2.0 (DROWN). Traffic of residents and staff could be read.',
    },
  },
  action: 'tls-settings',
  fixes: fixList('sslscan --ssl2 {host}:{port}', {
    ja: '同じ鍵を使っているすべてのサーバー（メールサーバーを含む）で SSL 2.0 を止めます。サーバーごとに別の鍵と証明書にするのが確実です。',
    en: 'Turn SSL 2.0 off on every server that has this key, mail servers among them. Better still, give each server a key and certificate of its own.',
  }),
  references: ['https://drownattack.com/', 'https://www.rfc-editor.org/rfc/rfc6176'],
  cves: ['CVE-2016-0800'],
  detect: ({ certificate, 'tls-hello': hello }, _at, _knowledge, estate) =>
    judgeSharedKey(certificate, hello, estate),
});

/** The key of this place, wherever else in the report it stands. Its own SSL 2.0 is told by another check. */
function judgeSharedKey(
  own: EvidenceOf<'certificate'>,
  hello: EvidenceOf<'tls-hello'>,
  estate: readonly Evidence[],
): Verdict {
  const key = keyOf(own);
  if (own.data.presented.outcome === 'unknown') return undetermined(own.data.presented.reason);
  if (key === undefined) return notApplicable;
  const offers = estate.filter((item) => item.kind === 'tls-hello');
  const sharing = estate.filter((item) => item.kind === 'certificate').filter((item) => keyOf(item) === key);
  for (const other of sharing) {
    const offer = offers.find(({ endpoint }) => samePlace(endpoint, other.endpoint));
    if (offer === undefined || samePlace(offer.endpoint, hello.endpoint)) continue;
    const { sslv2 } = offer.data;
    if (sslv2.outcome !== 'yes' || sslv2.value.ciphers.length === 0) continue;
    const { host, port } = offer.endpoint;
    return {
      verdict: 'vulnerable',
      confidence: sslv2.value.confirmedBy === null ? 'inferred' : 'verified',
      proof: [
        proofAt(own, ['presented', 'value', 'chain', 0, 'spkiSha256']),
        proofAt(other, ['presented', 'value', 'chain', 0, 'spkiSha256']),
        proofAt(offer, ['sslv2', 'value', 'serverHello']),
      ],
      detail: {
        ja: `同じ鍵で SSL 2.0 を提供：${host} の ${port} 番`,
        en: `SSL 2.0 with the same key: ${host} port ${port}.`,
      },
    };
  }
  return safe;
}

function keyOf({ data }: EvidenceOf<'certificate'>): string | undefined {
  return data.presented.outcome === 'yes' ? data.presented.value.chain[0]?.spkiSha256 : undefined;
}

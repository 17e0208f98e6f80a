import type { AssetRow } from '@enkaku/shared/db/asset.ts';
import type { Address } from '@enkaku/shared/model/address.ts';
import { filePath } from './challenge.ts';
import { type FileAnswer, fetchFile } from './fetch-file.ts';
import { failed, type ProofOutcome } from './outcome.ts';
import { pinAddresses } from './pin-addresses.ts';
import type { Names } from './resolve.ts';

export interface FileCheckOptions {
  readonly network: 'internet' | 'lab';
  readonly names: Names;
  readonly userAgent: string;
  /** null: 80, then 443. */
  readonly labPort: number | null;
}

const maxTried = 8;

/** Looks for the file at every address of the asset. Only those that serve it are proven. */
export async function checkFile(
  asset: Pick<AssetRow, 'kind' | 'value'>,
  token: string,
  options: FileCheckOptions,
): Promise<ProofOutcome> {
  const addresses = await pinAddresses(asset, options.network, options.names);
  if (!Array.isArray(addresses)) return addresses as ProofOutcome;
  const answers = await Promise.all(
    addresses.slice(0, maxTried).map(async (address: Address) => {
      return { address, answer: await askAddress(asset, address, token, options) };
    }),
  );
  const serving = answers.filter(({ answer }) => answer.outcome === 'read' && answer.text.trim() === token);
  if (serving.length === 0) return explain(asset.value, token, answers[0]?.answer);
  const seen = serving.map(({ address }) => address);
  return { outcome: 'proven', addresses: seen, evidence: `${filePath(token)} @ ${seen.join(', ')}` };
}

async function askAddress(
  asset: Pick<AssetRow, 'value'>,
  address: Address,
  token: string,
  options: FileCheckOptions,
): Promise<FileAnswer> {
  const doors =
    options.labPort === null
      ? ([
          ['http', 80],
          ['https', 443],
        ] as const)
      : ([
          ['http', options.labPort],
          ['https', options.labPort],
        ] as const);
  const wanted = { address, host: asset.value, path: filePath(token), userAgent: options.userAgent };
  let last: FileAnswer = { outcome: 'unreachable' };
  for (const [scheme, port] of doors) {
    const answer = await fetchFile({ ...wanted, scheme, port });
    if (answer.outcome === 'read' && answer.text.trim() === token) return answer;
    if (answer.outcome !== 'unreachable') last = answer;
  }
  return last;
}

function explain(value: string, token: string, answer: FileAnswer | undefined): ProofOutcome {
  const place = `http://${value}${filePath(token)}`;
  switch (answer?.outcome) {
    case 'status':
      return failed(
        `${place} の応答は ${answer.status} でした。ファイルを置き、転送（リダイレクト）なしで読めるようにしてください。`,
        `${place} answered ${answer.status}. Please put the file there, readable without a redirect.`,
      );
    case 'read':
    case 'too-large':
      return failed(
        `${place} は読めましたが、内容が違います。上に示した文字列だけを書いてください。`,
        `${place} could be read, but holds something else. Please write nothing but the text shown above.`,
      );
    default:
      return failed(
        `${place} に接続できませんでした。サーバーとファイアウォールの設定をご確認ください。`,
        `${place} could not be reached. Please check the server and its firewall.`,
      );
  }
}

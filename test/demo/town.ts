import { PortalClient } from '../flow/portal-client.ts';
import type { Lab } from './lab.ts';

/** People of the demo sign in with these, and with the codes of the secret that is printed. */
export const staff = {
  name: '見本 花子',
  email: 'hanako@town.mihon.example',
  password: 'correct-horse-battery',
} as const;
const administrator = {
  name: '運用 太郎',
  email: 'taro@centre.example',
  password: 'another-long-password',
} as const;
const organisation = { name: '見本町（架空）', kind: 'municipality', code: '479993' } as const;

export interface AssetWish {
  readonly kind: 'address' | 'range' | 'name' | 'domain';
  readonly value: string;
  readonly label: string;
}

export interface Town {
  /** Signed in as the town's approver. */
  readonly client: PortalClient;
  readonly assetIds: readonly string[];
}

/** A centre with its administrator, a town with its staff, and the town's assets, proven by the centre's approval. */
export async function foundTown(
  portalUrl: string,
  adminLink: string,
  assets: readonly AssetWish[],
): Promise<Town> {
  const centre = new PortalClient(portalUrl);
  await centre.acceptInvitation(adminLink, administrator);
  const id = await centre.createOrganisation(organisation);
  const client = new PortalClient(portalUrl);
  await client.acceptInvitation(await centre.invite(id, staff.email, 'approver'), staff);
  const assetIds: string[] = [];
  for (const asset of assets) {
    const added = await client.addAsset(asset);
    await client.requestApproval(added.id, '実演用のサーバーです。', letter());
    assetIds.push(added.id);
  }
  await centre.approveAll('実演用に、この機械の中だけで動くサーバーであることを確認しました。');
  return { client, assetIds };
}

/** The two web servers by name and the two domains; the other daemons stand at the same addresses. */
export function assetsOf(lab: Lab): readonly AssetWish[] {
  const labels = { weak: '古いまま', hardened: '堅牢化済み' };
  return (['weak', 'hardened'] as const).flatMap((strength) => [
    {
      kind: 'name',
      value: lab.find(`${strength}-nginx`)?.names[0] ?? '',
      label: `${labels[strength]}のサーバー`,
    },
    { kind: 'domain', value: `${strength}.test`, label: `${labels[strength]}のドメイン` },
  ]);
}

/** The smallest picture there is, in the place of a scanned letter. */
function letter(): File {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new File([Buffer.from(png, 'base64')], 'letter.png', { type: 'image/png' });
}

import type { Check } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import type { Advice } from '../fixes.ts';

/** IPMI is to be closed to the outside; `onServer` is what ipmitool changes besides, on the server itself. */
export function ipmiFixes(onServer: Advice): Check['fixes'] {
  return closeFixes(
    623,
    {
      ja: 'IPMI（iDRAC、iLO、XCC などの遠隔管理）は、業務の回線から分けた管理用の回線だけにつなぎ、UDP 623 番を閉じます。使わなければ無効にし、ファームウェアを最新にします。',
      en: 'Connect IPMI (iDRAC, iLO, XCC and the like) to a management network of its own and close UDP 623. Switch it off where it is not used, and update its firmware.',
    },
    { debian: onServer },
    'udp',
  );
}

export const ipmiReferences = [
  'https://www.cisa.gov/news-events/alerts/2013/07/26/risks-using-intelligent-platform-management-interface-ipmi',
  'https://www.intel.com/content/www/us/en/products/docs/servers/ipmi/ipmi-second-gen-interface-spec-v2-rev1-1.html',
] as const;

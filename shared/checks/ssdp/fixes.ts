import type { Product } from '../../model/product.ts';
import type { Advice } from '../fixes.ts';

/** To switch UPnP off altogether. */
export const withoutUpnp: Partial<Record<Exclude<Product, 'any'>, Advice>> = {
  debian: {
    ja: 'miniupnpd などを使っていなければ止めます。',
    en: 'Stop miniupnpd and the like where they are not used.',
    snippet: 'systemctl disable --now miniupnpd',
  },
  'yamaha-rtx': { ja: 'UPnP を止めます。', en: 'Switch UPnP off.', snippet: 'upnp use off\nsave' },
  'windows-server': {
    ja: '管理者の PowerShell で SSDP の発見サービスを止めます。',
    en: 'Stop SSDP discovery in an administrator PowerShell.',
    snippet: 'Stop-Service SSDPSRV\nSet-Service SSDPSRV -StartupType Disabled',
  },
};

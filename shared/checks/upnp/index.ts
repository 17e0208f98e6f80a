import { igdWanControl } from './igd-wan-control.ts';
export const upnpChecks = {
  'upnp.igd-wan-control': igdWanControl,
};

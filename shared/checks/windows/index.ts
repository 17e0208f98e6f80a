import { windowsMsrpcExposed } from './msrpc-exposed.ts';
import { windowsNetbiosNsExposed } from './netbios-ns-exposed.ts';
export const windowsChecks = {
  'windows.msrpc-exposed': windowsMsrpcExposed,
  'windows.netbios-ns-exposed': windowsNetbiosNsExposed,
};

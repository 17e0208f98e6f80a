import { rpcNfsExports } from './nfs-exports.ts';
import { rpcRpcbindExposed } from './rpcbind-exposed.ts';
export const rpcChecks = {
  'rpc.nfs-exports': rpcNfsExports,
  'rpc.rpcbind-exposed': rpcRpcbindExposed,
};

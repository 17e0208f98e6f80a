import { protocolVersion } from '@enkaku/shared/protocol/messages.ts';
import { FleetError } from './error.ts';

/** This version and the one before are spoken. @throws FleetError */
export function requireProtocol(version: number): void {
  if (version === protocolVersion || (version === protocolVersion - 1 && version > 0)) return;
  throw new FleetError('unsupported-protocol', `version ${protocolVersion} is spoken here, not ${version}`);
}

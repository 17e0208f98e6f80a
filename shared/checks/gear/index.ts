import { adminUiExposed } from './admin-ui-exposed.ts';
import { asaVersion } from './asa-version.ts';
import { fortiosBuild } from './fortios-build.ts';
import { panosVersion } from './panos-version.ts';

export const gearChecks = {
  'gear.admin-ui-exposed': adminUiExposed,
  'gear.asa-version': asaVersion,
  'gear.fortios-build': fortiosBuild,
  'gear.panos-version': panosVersion,
};

import { ikeExposed } from './exposed.ts';
import { ikeV1Aggressive } from './v1-aggressive.ts';
import { ikeVendorIds } from './vendor-ids.ts';
import { ikeWeakTransforms } from './weak-transforms.ts';
export const ikeChecks = {
  'ike.exposed': ikeExposed,
  'ike.v1-aggressive': ikeV1Aggressive,
  'ike.vendor-ids': ikeVendorIds,
  'ike.weak-transforms': ikeWeakTransforms,
};

import { rsyncModules } from './modules.ts';
import { openModule } from './no-auth.ts';
export const rsyncChecks = {
  'rsync.modules': rsyncModules,
  'rsync.no-auth': openModule,
};

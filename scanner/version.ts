import packageJson from './package.json' with { type: 'json' };

/** As the scanner names itself to targets and to the scheduler. */
export const version = packageJson.version;

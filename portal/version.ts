import packageJson from './package.json' with { type: 'json' };

/** As it names itself in requests: `Enkaku/0.2.0`. */
export const version = packageJson.version;

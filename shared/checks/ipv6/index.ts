import { exposedMoreThanV4 } from './exposed-more-than-v4.ts';

export const ipv6Checks = { 'ipv6.exposed-more-than-v4': exposedMoreThanV4 };

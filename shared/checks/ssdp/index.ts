import { ssdpExposed } from './exposed.ts';
export const ssdpChecks = {
  'ssdp.exposed': ssdpExposed,
};

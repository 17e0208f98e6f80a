import { vncExposed } from './exposed.ts';
import { vncNoauth } from './noauth.ts';
export const vncChecks = {
  'vnc.exposed': vncExposed,
  'vnc.noauth': vncNoauth,
};

/** Ids for whoever writes rows; the portal has no other business with the protocol. */
export { newId } from '../protocol/new-id.ts';

import type { Guard } from '../../guard/guard.ts';
import { Slots } from '../../guard/slots.ts';
import { stopIfAborted } from './unknown-reason.ts';

/** More handshakes at once would look like an attack to a target's firewall. */
const atOnce = 2;
const turns = new WeakMap<Guard, Slots>();

/** Waits for one of the two handshakes that a host may be asked for at a time. @returns what gives the turn back @throws GuardError */
export async function handshakeTurn(guard: Guard): Promise<() => void> {
  const slots = turns.get(guard) ?? new Slots(atOnce);
  turns.set(guard, slots);
  try {
    return await slots.take(guard.signal);
  } catch (error) {
    stopIfAborted(guard);
    throw error;
  }
}

import { unknown } from '../../model/observed.ts';
import { isObject, type Json } from '../foreign.ts';

/** Version 1 knew only whether something was stapled; version 2 neither whose root it was and by which way, nor who had sorted the list, nor timestamps outside. */
export const certificateUpgrades = [
  (data: Json): Json => withPresented(data, { ocsp: unknown('not-attempted') }),
  (data: Json): Json =>
    withPresented(data, {
      listed: 'unknown',
      anchor: 'unknown',
      path: [],
      tlsTimestamps: unknown('not-attempted'),
    }),
];

function withPresented(data: Json, added: Json): Json {
  const { presented } = data;
  if (!isObject(presented) || !isObject(presented.value)) return data;
  return { ...data, presented: { ...presented, value: { ...presented.value, ...added } } };
}

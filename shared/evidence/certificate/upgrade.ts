import { unknown } from '../../model/observed.ts';

type Json = Readonly<Record<string, unknown>>;

/** Version 1 knew only whether something was stapled. */
export const certificateUpgrades = [
  (data: Json): Json => {
    const { presented } = data;
    if (!isObject(presented) || !isObject(presented.value)) return data;
    return {
      ...data,
      presented: { ...presented, value: { ...presented.value, ocsp: unknown('not-attempted') } },
    };
  },
];

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Text } from '../../../model/text.ts';

/** What a contact in SOA that is no address means, however it is wrong. */
export const unreachableContact: Text = {
  ja: '障害や不正を見つけた人が、DNS の管理者に連絡できません。',
  en: 'Whoever notices a fault or an abuse cannot reach the people who run the DNS.',
};

import type { Letter } from './letter.ts';

interface Frame {
  readonly salutation: string;
  /** Who writes. */
  readonly greeting: string;
  /** Who we are, how to reach us, why this came. */
  readonly closing: readonly string[];
}

/** What stands around every letter. */
export function frame({ locale, recipient, sender, why }: Letter): Frame {
  const { name, organisation } = recipient;
  if (locale === 'ja') {
    return {
      salutation: organisation === null ? `${name} 様` : `${organisation}\n${name} 様`,
      greeting: `いつもお世話になっております。${sender.name}です。`,
      closing: [
        `${sender.name}（情報セキュリティ遠隔診断）`,
        `お問い合わせ先: ${sender.contact}`,
        `ポータル: ${sender.portalUrl}`,
        why,
        'お心当たりのない場合は、お手数ですが上記のお問い合わせ先までお知らせください。',
      ],
    };
  }
  return {
    salutation: organisation === null ? `Dear ${name},` : `Dear ${name}, ${organisation},`,
    greeting: `This is ${sender.name}, the remote information-security diagnosis service.`,
    closing: [
      `${sender.name} (remote information-security diagnosis)`,
      `Contact: ${sender.contact}`,
      `Portal: ${sender.portalUrl}`,
      why,
      'If you did not expect this mail, please tell us at the contact above.',
    ],
  };
}

import type { Advice } from '../fixes.ts';

/** What is to be done about a controller that the Internet reaches; with the plant's staff, since a cut may stop it. */
export const isolateController: Advice = {
  ja: '設備の担当者と保守会社に連絡し、制御機器を閉じた回線に移します。遠隔で保守するときは VPN を通します。ほかの機器で通信を遮るときも、必ず設備の担当者の立ち会いのもとで行います。',
  en: 'Tell whoever runs the plant, and its contractor, and move the controller to a closed network, with a VPN for remote service. Cut traffic off only in the presence of the plant’s staff.',
};

export const industrialReferences = [
  'https://www.ipa.go.jp/security/controlsystem/index.html',
  'https://www.cisa.gov/topics/industrial-control-systems',
] as const;

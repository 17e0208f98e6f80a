import type { Text } from '../../../model/text.ts';
import type { Check } from '../../check.ts';
import { fixList } from '../../fixes.ts';
import { confirmTls } from '../fixes.ts';
import { rfc9325 } from '../references.ts';

export const reusedKey: Text = {
  ja: '接続ごとに使い捨てるはずの鍵が使い回されています。この鍵が一度でも漏れると、その間のすべての通信が読まれます。特殊な条件では鍵を推測する攻撃（Raccoon）も知られています。',
  en: 'Keys that should be thrown away after each connection are used again. Once such a key leaks, all traffic of that time can be read, and under special conditions it can be guessed (Raccoon).',
};

/** @param option what OpenSSL calls the setting */
export function freshKeyFixes(option: 'SSL_OP_SINGLE_DH_USE' | 'SSL_OP_SINGLE_ECDH_USE'): Check['fixes'] {
  return fixList(
    confirmTls,
    {
      ja: `TLS のソフトウェアを更新し、接続ごとに新しい鍵を作る設定（OpenSSL の ${option} に当たるもの）にします。いまの版では初めからそうなっています。`,
      en: `Update the TLS software and have it make a fresh key for every connection (what OpenSSL calls ${option}). Current versions do.`,
    },
    {
      'f5-bigip': {
        ja: 'Client SSL プロファイルのオプションに single-dh-use を加えます。',
        en: 'Add single-dh-use to the options of the Client SSL profile.',
        snippet:
          'tmsh modify ltm profile client-ssl PROFILE options { dont-insert-empty-fragments single-dh-use }',
      },
    },
  );
}

export const reusedKeyReferences = ['https://raccoon-attack.com/', `${rfc9325}#section-4.4`] as const;

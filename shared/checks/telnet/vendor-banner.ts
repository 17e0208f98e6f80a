import { defineCheck } from '../check.ts';
import { closeFixes } from '../exposed/close-fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe } from '../verdicts.ts';

export const telnetVendorBanner = defineCheck({
  version: 1,
  needs: ['banner'],
  severity: 'info',
  text: {
    safe: {
      ja: 'Telnet の表示から機器の種類は分かりません',
      en: 'What Telnet shows does not tell the kind of device',
    },
    vulnerable: {
      ja: 'Telnet の表示から機器の種類が分かります',
      en: 'What Telnet shows tells the kind of device',
    },
    why: {
      ja: 'どの製品かが分かると、その製品の弱点や初期パスワードを試されます。',
      en: 'Whoever knows the product tries its flaws and factory passwords.',
    },
  },
  action: 'hide-versions',
  fixes: closeFixes(
    23,
    {
      ja: 'Telnet を止めて SSH で管理します。使い続ける間は、ログイン前の表示から製品名と版数を除きます。',
      en: 'Switch Telnet off and administer by SSH. Until then take product and version out of what is shown before the login.',
    },
    {
      debian: {
        ja: '/etc/issue.net の内容を消します。',
        en: 'Empty /etc/issue.net.',
        snippet: 'truncate -s 0 /etc/issue.net',
      },
      'cisco-ios': {
        ja: '設定モードで次を実行します。',
        en: 'Run this in configuration mode.',
        snippet: 'no banner login\nno banner motd',
      },
    },
  ),
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  detect: ({ banner }) =>
    judge(banner.data.greeting, {
      no: notApplicable,
      yes: ({ bytes, text }) => {
        if (!isTelnet(bytes, text)) return notApplicable;
        const product = products.exec(text)?.[0];
        if (product === undefined) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'inferred',
          proof: [proofAt(banner, ['greeting', 'value', 'text'], product)],
        };
      },
    }),
});

const products =
  /\b(?:Cisco|User Access Verification|RouterOS|MikroTik|RTX\d{3,4}|NVR\d{3}|UNIVERGE|IX\d{4}|AlliedWare|AT-\w{3,12}|FortiGate|JUNOS|Huawei|HP ProCurve|ZyXEL|Debian GNU\/Linux|Ubuntu \d+|BusyBox|DD-WRT|OpenWrt|Welcome to Microsoft Telnet)\b[^\r\n]{0,60}/i;

/** RFC 854's signals, or a prompt. */
function isTelnet(bytes: string, text: string): boolean {
  return /^(?:[0-9a-f]{2}){0,64}?ff(?:fb|fc|fd|fe)/.test(bytes) || /\b(?:login|username): *$/i.test(text);
}

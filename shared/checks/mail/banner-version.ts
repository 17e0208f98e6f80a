import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe, undetermined } from '../verdicts.ts';
import { notHeard } from './smtp.ts';

export const bannerVersion = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'info',
  text: {
    safe: {
      ja: 'メールサーバーの版数は表示されていません',
      en: 'The version of the mail server is not disclosed',
    },
    vulnerable: {
      ja: 'メールサーバーの版数が表示されています',
      en: 'The version of the mail server is disclosed',
    },
    why: {
      ja: '使っているソフトウェアの版数が、接続するだけで分かります。弱点のある版を探している攻撃者に、狙う相手として見つけられやすくなります。',
      en: 'Merely connecting shows which version is in use. Attackers who look for versions with known weaknesses find the server more easily.',
    },
  },
  action: 'hide-versions',
  fixes: fixList(
    "printf 'QUIT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: '最初の応答（バナー）から版数を消します。版数を隠しても弱点はなくならないため、更新は別に続けます。',
      en: 'Remove the version from the greeting. Hiding it mends nothing: keep updating.',
    },
    {
      postfix: {
        ja: '次を実行し、postfix reload で反映します。',
        en: 'Run this, then postfix reload.',
        snippet: "postconf -e 'smtpd_banner = $myhostname ESMTP'",
      },
      exim: {
        ja: '設定に次を書き、再起動します。',
        en: 'Put this into the configuration and restart.',
        snippet: 'smtp_banner = $smtp_active_hostname ESMTP',
      },
      sendmail: {
        ja: 'sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Put this into sendmail.mc, rebuild and restart.',
        snippet: "define(`confSMTP_LOGIN_MSG', `$j ESMTP')dnl",
      },
      exchange: {
        ja: '受信コネクタの応答文を変えます。',
        en: 'Change the banner of the receive connector.',
        snippet: 'Set-ReceiveConnector "SERVER\\Default Frontend SERVER" -Banner "220 ESMTP"',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.1',
    'https://cwe.mitre.org/data/definitions/200.html',
  ],
  detect: ({ 'smtp-dialog': mail }) =>
    notHeard(mail) ??
    judge(mail.data.banner, {
      no: undetermined('closed'),
      yes: ({ lines }) => {
        const version = versionIn(lines[0] ?? '');
        if (version === undefined) return safe;
        return {
          verdict: 'vulnerable',
          confidence: 'verified',
          proof: [proofAt(mail, ['banner', 'value', 'lines', 0])],
          detail: { ja: `「${version}」と表示されています。`, en: `It says "${version}".` },
        };
      },
    }),
});

/** A word with a version number behind it, after the host's own name; addresses and dates are no versions. */
function versionIn(greeting: string): string | undefined {
  const text = greeting
    .slice(0, 500)
    .replace(/^\d{3}[ -]/, '')
    .replace(/^\S+/, '')
    .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?!\.)|[+-]\d{4}\b/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, ' ');
  return /[A-Za-z][\w-]{1,40}[ (/,:-]{1,3}(?:version:? ?)?v?\d{1,4}\.\d[\w.]{0,20}/i.exec(text)?.[0].trim();
}

import { parseAddress, specialPurpose } from '../../model/address.ts';
import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe, undetermined, type Vulnerable } from '../verdicts.ts';
import { notHeard, type SmtpEvidence } from './smtp.ts';

export const openRelay = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'critical',
  text: {
    safe: {
      ja: '外部から外部へのメールの中継は断られます',
      en: 'Mail from outsiders to outsiders is refused',
    },
    vulnerable: {
      ja: '外部から外部あての宛先（RCPT）を受け付けます',
      en: 'The server accepts RCPT from outsiders to outsiders',
    },
    why: {
      ja: '誰でもこのサーバーを使って、団体とは関係のない相手にメールを送れるおそれがあります。迷惑メールの踏み台にされると、団体のメールが各地で受け取りを拒まれ、住民に届かなくなります。',
      en: 'Anyone may be able to use this server to send mail to anyone. Once it is abused for spam, other servers refuse your mail and it no longer reaches residents.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    'nmap -Pn -p {port} --script smtp-open-relay {host}',
    {
      ja: '自分のドメインあて以外のメールは、ログインした利用者か庁内のネットワークからだけ受け付けるようにします。確認は、庁外の回線から行います。',
      en: 'Accept mail for other domains only from users who logged in or from your own network. Confirm from a line outside.',
    },
    {
      postfix: {
        ja: '次を実行し、mynetworks に庁内だけが含まれることを確かめて、postfix reload で反映します。',
        en: 'Run this, make sure that mynetworks holds your own networks only, then postfix reload.',
        snippet: [
          "postconf -e 'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
          'postconf mynetworks',
        ].join('\n'),
      },
      exim: {
        ja: 'relay_from_hosts を庁内だけにし、acl_check_rcpt の最後で中継を断ります。',
        en: 'Limit relay_from_hosts to your own networks and end acl_check_rcpt by refusing to relay.',
        snippet:
          'hostlist relay_from_hosts = 127.0.0.1 : ::1\n# acl_check_rcpt:\nrequire message = relay not permitted\n        domains = +local_domains : +relay_to_domains',
      },
      sendmail: {
        ja: 'sendmail.mc から promiscuous_relay を消し、access の RELAY を庁内だけにして、作り直します。',
        en: 'Remove promiscuous_relay from sendmail.mc, limit RELAY in access to your own networks, and rebuild.',
        snippet: "dnl FEATURE(`promiscuous_relay')",
      },
      exchange: {
        ja: '匿名の接続から、任意の宛先へ送る権限を外します。',
        en: 'Take the right to send to any recipient away from anonymous connections.',
        snippet:
          'Get-ReceiveConnector | Remove-ADPermission -User "NT AUTHORITY\\ANONYMOUS LOGON" -ExtendedRights "Ms-Exch-SMTP-Accept-Any-Recipient"',
      },
    },
  ),
  references: [
    'https://www.rfc-editor.org/rfc/rfc5321#section-7.9',
    'https://www.rfc-editor.org/rfc/rfc2505',
  ],
  detect: ({ 'smtp-dialog': mail }) =>
    notHeard(mail) ??
    judge(mail.data.relay, {
      no: safe,
      yes: ({ code }) => (code === 250 || code === 251 ? relaying(mail) : undetermined('garbled')),
    }),
});

/** Within a private network the scanner may stand among those who are meant to send through the server. */
function relaying(mail: SmtpEvidence): Vulnerable {
  const address = parseAddress(mail.endpoint.host);
  const isInside = address !== undefined && specialPurpose(address) !== undefined;
  return {
    verdict: 'vulnerable',
    confidence: isInside ? 'inferred' : 'verified',
    proof: [proofAt(mail, ['relay', 'value', 'code']), proofAt(mail, ['relay', 'value', 'lines'])],
    detail: isInside ? fromInside : upToRcpt,
  };
}

const upToRcpt = {
  ja: '宛先の受け付け（RCPT）までを確かめ、本文は送っていません。本文の段階で断られる場合もあります。',
  en: 'Tried up to RCPT only; no message was sent. It might still be refused at a later stage.',
};
const fromInside = {
  ja: `${upToRcpt.ja}診断装置が、中継を許されたネットワークの中にある可能性があります。`,
  en: `${upToRcpt.en} The scanner may stand in a network that is allowed to relay.`,
};

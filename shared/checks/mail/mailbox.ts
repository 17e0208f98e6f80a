import type { EvidenceOf } from '../../evidence/evidence.ts';
import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';
import { proofAt } from '../proof.ts';
import { judge, notApplicable, safe, undetermined } from '../verdicts.ts';

export type MailboxEvidence = EvidenceOf<'mailbox-dialog'>;

/** `password`: a method that sends the password itself. `unstated`: nothing forbids it, and nothing names a method. */
type Login = 'password' | 'unstated' | 'hashed' | 'none' | 'unknown';

/** Where passwords or mail may cross the network unencrypted: worse where nobody could encrypt if they wanted to. */
export function judgeCleartextLogin(
  mail: MailboxEvidence,
  loginIn: (capabilities: readonly string[]) => Login,
): Verdict {
  if (mail.data.implicitTls) return notApplicable;
  return judge(mail.data.capabilities, {
    no: undetermined('no-capabilities'),
    yes: (lines) => {
      const login = loginIn(lines);
      if (login === 'none') return safe;
      if (login === 'unknown') return undetermined('no-capabilities');
      const hasNoTls = mail.data.starttls.outcome === 'no';
      const detail = hasNoTls ? noTls : details[login];
      return {
        verdict: 'vulnerable',
        confidence: login === 'unstated' ? 'inferred' : 'verified',
        severity: hasNoTls ? 'medium' : 'low',
        proof: [proofAt(mail, ['capabilities', 'value'])],
        ...(detail && { detail }),
      };
    },
  });
}

const noTls: Text = {
  ja: '暗号化（STARTTLS）の用意がなく、職員が設定で避けることもできないため、危険度を上げています。',
  en: 'Rated higher because there is no encryption (STARTTLS) that staff could choose.',
};
const details: Readonly<Partial<Record<Login, Text>>> = {
  unstated: {
    ja: 'サーバーは暗号化の前のログインを禁じていません。実際に受け付けるかどうかは試していません。',
    en: 'The server does not forbid login before encryption. Whether it would take one was not tried.',
  },
  hashed: {
    ja: 'パスワードそのものは送られませんが、メールの内容は暗号化されずに流れます。',
    en: 'The password itself is not sent, but the mail crosses the network unencrypted.',
  },
};

/** RFC 9051 §6.2.3: a server that takes no LOGIN before TLS says LOGINDISABLED. */
export function imapLogin(lines: readonly string[]): Login {
  const listed = lines.filter((line) => /^\* CAPABILITY /i.test(line));
  if (listed.length === 0) return 'unknown';
  const words = listed.flatMap((line) => line.toUpperCase().split(/\s+/).slice(2));
  const login = strongest(words.filter((word) => word.startsWith('AUTH=')).map((word) => word.slice(5)));
  return login === 'none' || login === 'hashed'
    ? words.includes('LOGINDISABLED')
      ? login
      : 'unstated'
    : login;
}

/** RFC 2449 §6.3: USER listed means that USER and PASS are taken; SASL names the other methods. */
export function pop3Login(lines: readonly string[]): Login {
  const words = lines.slice(1).map((line) => line.toUpperCase().trim().split(/\s+/));
  if (words.some(([name]) => name === 'USER')) return 'password';
  return strongest(words.filter(([name]) => name === 'SASL').flatMap(([, ...methods]) => methods));
}

function strongest(methods: readonly string[]): 'password' | 'hashed' | 'none' {
  if (methods.some((method) => method === 'PLAIN' || method === 'LOGIN')) return 'password';
  return methods.some((method) => /^(?:CRAM-MD5|DIGEST-MD5|NTLM|SCRAM-.+)$/.test(method)) ? 'hashed' : 'none';
}

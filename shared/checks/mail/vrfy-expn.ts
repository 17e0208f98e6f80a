import { defineCheck } from '../check.ts';
import { fixList } from '../fixes.ts';
import { proofAt } from '../proof.ts';
import { judge, safe, undetermined, type Vulnerable } from '../verdicts.ts';
import { notHeard, type SmtpEvidence } from './smtp.ts';

export const vrfyExpn = defineCheck({
  version: 1,
  needs: ['smtp-dialog'],
  severity: 'low',
  text: {
    safe: {
      ja: 'メールアドレスの有無を問い合わせに答えません（VRFY）',
      en: 'The server does not tell which addresses exist (VRFY)',
    },
    vulnerable: {
      ja: 'メールアドレスの有無についての問い合わせに答えます（VRFY）',
      en: 'The server tells which addresses exist (VRFY)',
    },
    why: {
      ja: '外部の人が、職員のメールアドレスがあるかどうかを一つずつ確かめられます。集めたアドレスは、標的型攻撃メールや迷惑メールの宛先に使われます。',
      en: 'Outsiders can try out which addresses of staff exist. The list is then used for targeted attacks and spam.',
    },
  },
  action: 'mail-server',
  fixes: fixList(
    "printf 'EHLO check\\r\\nVRFY postmaster\\r\\nQUIT\\r\\n' | nc -w 5 {host} {port}",
    {
      ja: 'VRFY と EXPN に答えない（252 または 502 を返す）設定にします。',
      en: 'Have the server answer VRFY and EXPN with 252 or 502.',
    },
    {
      postfix: {
        ja: '次を実行し、postfix reload で反映します。',
        en: 'Run this, then postfix reload.',
        snippet: "postconf -e 'disable_vrfy_command = yes'",
      },
      exim: {
        ja: '設定から acl_smtp_vrfy と acl_smtp_expn を消し、再起動します。指定がなければ、どちらも断られます。',
        en: 'Remove acl_smtp_vrfy and acl_smtp_expn from the configuration and restart: without them both are refused.',
      },
      sendmail: {
        ja: 'sendmail.mc に次を書き、作り直して再起動します。',
        en: 'Put this into sendmail.mc, rebuild and restart.',
        snippet: "define(`confPRIVACY_FLAGS', `authwarnings,novrfy,noexpn,restrictqrun')dnl",
      },
    },
  ),
  references: ['https://www.rfc-editor.org/rfc/rfc5321#section-7.3'],
  detect: ({ 'smtp-dialog': mail }) => {
    const { postmaster, random } = mail.data.vrfy;
    return (
      notHeard(mail) ??
      judge(postmaster, {
        no: safe,
        yes: ({ code }) => {
          // RFC 5321 §3.5.3: 252 says neither yes nor no, unless a name nobody has gets another answer.
          if (code < 250 || code > 252) return safe;
          if (random.outcome === 'unknown') return undetermined(random.reason);
          const refusal = refusalOf(random);
          return refusal === undefined ? safe : accuse(mail, refusal);
        },
      })
    );
  },
});

/** Where the server says that there is no such user: 550 to 553, whether kept as a reply or not. */
function refusalOf(random: SmtpEvidence['data']['vrfy']['random']): readonly string[] | undefined {
  if (random.outcome === 'no') return ['outcome'];
  const isRefused = random.outcome === 'yes' && random.value.code >= 550 && random.value.code <= 553;
  return isRefused ? ['value', 'code'] : undefined;
}

function accuse(mail: SmtpEvidence, refusal: readonly string[]): Vulnerable {
  return {
    verdict: 'vulnerable',
    confidence: 'verified',
    proof: [
      proofAt(mail, ['vrfy', 'postmaster', 'value', 'lines']),
      proofAt(mail, ['vrfy', 'random', ...refusal]),
    ],
  };
}

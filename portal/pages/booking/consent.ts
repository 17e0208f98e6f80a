import type { ContactRow } from '@enkaku/shared/db/contact.ts';
import { formatWindow } from '@enkaku/shared/model/format-date.ts';
import { type OptIn, optInTexts } from '@enkaku/shared/model/opt-in.ts';
import type { Locale } from '@enkaku/shared/model/text.ts';
import type { Window } from '@enkaku/shared/model/window.ts';

/** Raised whenever the words change; what was accepted is kept with each reservation. */
export const consentVersion = '2026-11-27';

/** The paragraphs of 診断実施同意書, as shown above the box to tick. */
export function consentParagraphs(locale: Locale, sourceAddresses: readonly string[]): readonly string[] {
  const sources = sourceAddresses.join(locale === 'ja' ? '、' : ', ');
  if (locale === 'ja') {
    return [
      '団体は、この画面で選んだ診断対象に対して、この画面で指定した診断枠の中で、遠隔診断を行うことに同意します。診断対象の機器やサービスを他の事業者が運用している場合は、その事業者の了解を得ていることを確認しました。',
      sources === ''
        ? '診断の通信は、このサービスの「この診断について」のページに公開している送信元アドレスから行います。'
        : `診断の通信は、次の送信元アドレスから行います：${sources}`,
      '診断では、外部から見える応答を観察します。ログインの試行、初期パスワードの検査、弱点を突く攻撃、データの書き換え、サービスを妨げる操作は行いません。Web への要求は、何も書き換えない GET、HEAD、OPTIONS、TRACE だけで、1 台あたり毎秒 2 回までを目安とし、応答が遅くなれば減らし、止めます。',
      '開いている扉を示すため、次の接続だけは行い、開いていることが分かった時点で切断します：匿名 FTP、SNMP のコミュニティ名「public」、認証のない Redis への PING、制限のない DNS ゾーン転送、その他これらと同様に認証なしで応答するサービスへの接続。',
      'ドメインを選んだ場合は、そのゾーンの DNS サーバーと上位のゾーンの DNS サーバーにも、ほかの事業者が運用するものを含めて、DNS の問い合わせを行います。DNS 以外の通信は行いません。',
      '団体は、いつでも緊急停止できます。停止すると数秒以内に診断の通信を終えます。診断対象の応答に異常が見られた場合は、診断装置が自ら停止します。',
      '診断中に連絡が必要な場合は、この画面で指定した担当者に連絡します。結果は団体の利用者と担当者にだけ知らせます。',
    ];
  }
  return [
    'The organisation agrees that the assets chosen on this page are diagnosed from outside, within the window given on this page. Where somebody else runs them, that party has agreed as well.',
    sources === ''
      ? 'The diagnosis comes from the source addresses published on the page “About these diagnoses”.'
      : `The diagnosis comes from these source addresses: ${sources}`,
    'Only answers that can be seen from outside are observed. There is no login attempt, no test of default passwords, no exploit, no write and no denial of service. Web requests are GET, HEAD, OPTIONS and TRACE, which change nothing, about two per second and host, fewer when the answers slow down.',
    'To show an open door, these connections are made and closed at the proof: anonymous FTP, SNMP with the community “public”, PING to a Redis without authentication, an unrestricted DNS zone transfer, and connections to services that likewise answer without authentication.',
    'Where a domain is chosen, the name servers of its zone and of the zone above are asked in DNS as well, including those that others run. They get no other traffic.',
    'The organisation can stop everything at any moment; the traffic then ends within seconds. The scanner stops by itself when a target suffers.',
    'The contact given on this page is reached where that is needed. Results go to the organisation’s people and this contact alone.',
  ];
}

/** One of the tests that need a consent of their own. */
function optInParagraph(id: OptIn, locale: Locale): string {
  const { name, what } = optInTexts[id];
  return locale === 'ja'
    ? `追加の検査「${name.ja}」に同意します。${what.ja}`
    : `The organisation agrees to the additional test “${name.en}”. ${what.en}`;
}

/** What is kept: the words as shown, then what was filled in above them. */
export function consentRecord(
  locale: Locale,
  sourceAddresses: readonly string[],
  booked: {
    readonly assets: readonly string[];
    readonly window: Window;
    readonly ports: string;
    readonly optIns: readonly OptIn[];
    readonly contact: Pick<ContactRow, 'name' | 'email' | 'phone'>;
  },
): string {
  const { name, email, phone } = booked.contact;
  const scope = booked.assets.join(locale === 'ja' ? '、' : ', ');
  const facts =
    locale === 'ja'
      ? [
          `診断対象：${scope}`,
          `診断枠：${formatWindow(booked.window, locale)}`,
          `ポート：${booked.ports}`,
          `担当者：${name} ${email} ${phone}`,
        ]
      : [
          `Assets: ${scope}`,
          `Window: ${formatWindow(booked.window, locale)}`,
          `Ports: ${booked.ports}`,
          `Contact: ${name} ${email} ${phone}`,
        ];
  const further = booked.optIns.map((id) => optInParagraph(id, locale));
  return [...consentParagraphs(locale, sourceAddresses), ...further, facts.join('\n')].join('\n\n');
}

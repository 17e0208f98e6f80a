import type { Text } from '../../model/text.ts';

/** A store that serves anyone. */
export const unguardedStore: Text = {
  ja: 'この保管庫は、接続した者が誰かを確かめません。世界中の誰もが中のデータを読み、書き換え、消すことができます。住民の情報が持ち出されたり、消して身代金を求められたりする被害が実際に続いています。',
  en: 'The store does not ask who connects. Anyone in the world can read, change and erase what it holds. Data has been carried off, or erased for ransom, in many places.',
};

/** An interface that starts programs for anyone. */
export const unguardedContainer: Text = {
  ja: 'この操作口は、接続した者が誰かを確かめません。世界中の誰もが、サーバーの上で好きなプログラムを管理者の権限で動かせます。暗号資産の採掘や身代金要求型の不正プログラムに、公開から数時間で使われた例が多くあります。',
  en: 'This interface does not ask who connects. Anyone in the world can run programs of their choice on the server with full rights. Many have been taken over by miners and ransomware within hours.',
};

/** Management of a MikroTik router. */
export const openRouter: Text = {
  ja: 'MikroTik ルーターを操作するための入口が、世界中から届きます。パスワードの試行を受け続けるほか、弱点が公表されるたびに大量のルーターが乗っ取られ、攻撃の踏み台にされてきました。',
  en: 'The door for operating a MikroTik router can be reached from all over the world. Passwords are tried on it without pause, and each published flaw has led to large numbers of routers being taken over.',
};

/** A door of Java that is meant for inside. */
export const innerJava: Text = {
  ja: '開発や内部の連携のための入口で、相手を確かめません。これを使って、サーバーの上で好きなプログラムを動かされた例が多くあります。外部に公開する理由はありません。',
  en: 'A door for development or for servers among themselves, which asks nobody who they are. Many servers have been made to run foreign programs through it. There is no reason to leave it open.',
};

/** A controller of a plant. */
export const industrialControl: Text = {
  ja: '水道やポンプ、空調などの設備を動かす機器の入口です。相手を確かめない仕組みのため、届く者は誰でも値を読み、設備を止めることもできます。住民の生活に直接の影響が出るおそれがあります。',
  en: 'The door of a device that runs water works, pumps or air conditioning. Its protocol asks nobody who they are: whoever reaches it can read values and stop the plant, with direct consequences for residents.',
};

/** Services for tests that answer anybody. */
export const smallService: Text = {
  ja: '通信の試験のために 1980 年代に作られた機能で、今は使い道がありません。送信元を偽った問い合わせに答えるため、他者への攻撃（DDoS）の踏み台になります。',
  en: 'It was made in the 1980s for testing and has no use today. It answers under a forged sender, and so becomes a tool for flooding others.',
};

/** The r-commands of BSD. */
export const trustedHosts: Text = {
  ja: '相手のアドレスを信じてパスワードなしで操作を許す、古い仕組みです。通信は暗号化されず、アドレスの偽装や盗み見で乗っ取られます。今は SSH に置き換えられています。',
  en: 'It is an old way to let known addresses in without a password. Nothing is encrypted, and forged addresses or a look on the wire are enough to take the machine over. SSH has replaced it.',
};

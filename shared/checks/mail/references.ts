/** 日本データ通信協会 迷惑メール相談センター */
export const dekyoSenderAuthentication = 'https://www.dekyo.or.jp/soudan/';
export const googleSenders = 'https://support.google.com/a/answer/81126';

/** What a DMARC record says, and why it is asked for. */
export const dmarcReferences = [
  'https://www.rfc-editor.org/rfc/rfc7489#section-6.3',
  dekyoSenderAuthentication,
  googleSenders,
] as const;

/** 日本データ通信協会 迷惑メール相談センター */
export const dekyoSenderAuthentication = 'https://www.dekyo.or.jp/soudan/';
export const googleSenders = 'https://support.google.com/a/answer/81126';

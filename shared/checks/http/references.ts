/** IPA「安全なウェブサイトの作り方」 */
export const ipaWebsite = 'https://www.ipa.go.jp/security/vuln/websecurity/about.html';
export const owaspHeaders = 'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html';
export const mozillaWeb = 'https://infosec.mozilla.org/guidelines/web_security';

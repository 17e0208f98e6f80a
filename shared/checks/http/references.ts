/** IPA「安全なウェブサイトの作り方」 */
export const ipaWebsite = 'https://www.ipa.go.jp/security/vuln/websecurity/about.html';
export const owaspHeaders = 'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html';
export const mozillaWeb = 'https://infosec.mozilla.org/guidelines/web_security';
export const owaspOldFiles =
  'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/04-Review_Old_Backup_and_Unreferenced_Files_for_Sensitive_Information';
export const owaspAdminInterfaces =
  'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/05-Enumerate_Infrastructure_and_Application_Admin_Interfaces';
export const owaspMisconfiguration = 'https://owasp.org/Top10/A05_2021-Security_Misconfiguration/';

import { headerFixes } from '../header-fixes.ts';

/** A year, which is what browsers' own lists ask for as well. */
export const hstsFixes = headerFixes({
  name: 'Strict-Transport-Security',
  value: 'max-age=31536000',
  first: {
    ja: 'すべてのページが HTTPS で開けることを確かめます。慎重に進める場合は、はじめに max-age=300 で試します。',
    en: 'Make sure that every page opens over HTTPS. To be careful, begin with max-age=300.',
  },
  awsAttribute: 'routing.http.response.strict_transport_security.header_value',
  tomcatParameters: { hstsEnabled: 'true', hstsMaxAgeSeconds: '31536000' },
});

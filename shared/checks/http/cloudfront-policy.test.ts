import { expect, test } from 'vitest';
import { cloudFrontPolicy } from './cloudfront-policy.ts';

const configOf = (name: string, value: string) =>
  JSON.parse(/'(.*)'$/.exec(cloudFrontPolicy(name, value))?.[1]?.replaceAll("'\\''", "'") ?? '');

test.each([
  [
    'Strict-Transport-Security',
    'max-age=31536000; includeSubDomains',
    {
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: 31_536_000,
        IncludeSubdomains: true,
        Preload: false,
      },
    },
  ],
  ['X-Frame-Options', 'SAMEORIGIN', { FrameOptions: { Override: true, FrameOption: 'SAMEORIGIN' } }],
  [
    'Content-Security-Policy',
    "default-src 'self'",
    { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "default-src 'self'" } },
  ],
])('%s → by its own name', (name, value, expected) => {
  expect(configOf(name, value)).toEqual({ Name: 'security-headers', SecurityHeadersConfig: expected });
});

test('any other header → a custom one', () => {
  expect(configOf('Permissions-Policy', 'camera=()').CustomHeadersConfig).toEqual({
    Quantity: 1,
    Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }],
  });
});

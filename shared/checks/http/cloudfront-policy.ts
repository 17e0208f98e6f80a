/** CloudFront sets these by a name of its own, and refuses them among the others. */
const security: Readonly<Record<string, (value: string) => Readonly<Record<string, unknown>>>> = {
  'Strict-Transport-Security': (value) => ({
    StrictTransportSecurity: {
      Override: true,
      AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0),
      IncludeSubdomains: /includeSubDomains/i.test(value),
      Preload: /preload/i.test(value),
    },
  }),
  'Content-Security-Policy': (value) => ({
    ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: value },
  }),
  'X-Frame-Options': (value) => ({ FrameOptions: { Override: true, FrameOption: value } }),
  'X-Content-Type-Options': () => ({ ContentTypeOptions: { Override: true } }),
  'Referrer-Policy': (value) => ({ ReferrerPolicy: { Override: true, ReferrerPolicy: value } }),
};

/** The command that makes a response headers policy which sends one header. */
export function cloudFrontPolicy(name: string, value: string): string {
  const own = security[name]?.(value);
  const custom = { Quantity: 1, Items: [{ Header: name, Value: value, Override: true }] };
  const config = {
    Name: 'security-headers',
    ...(own === undefined ? { CustomHeadersConfig: custom } : { SecurityHeadersConfig: own }),
  };
  const json = JSON.stringify(config).replaceAll("'", "'\\''");
  return `aws cloudfront create-response-headers-policy --response-headers-policy-config '${json}'`;
}

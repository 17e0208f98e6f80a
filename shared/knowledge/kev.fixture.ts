export const kevVulnerability = {
  cveID: 'CVE-2021-44228',
  vendorProject: 'Apache',
  product: 'Log4j2',
  vulnerabilityName: 'Apache Log4j2 Remote Code Execution Vulnerability',
  dateAdded: '2021-12-10',
  shortDescription: 'Apache Log4j2 contains a vulnerability where JNDI features do not protect against it.',
  requiredAction: 'Apply updates per vendor instructions.',
  dueDate: '2021-12-24',
  knownRansomwareCampaignUse: 'Known',
  notes: 'https://nvd.nist.gov/vuln/detail/CVE-2021-44228',
  cwes: ['CWE-502'],
} as const;

/** Two entries in the form in which CISA publishes its catalogue. */
export function buildKev() {
  return {
    title: 'CISA Catalog of Known Exploited Vulnerabilities',
    catalogVersion: '2026.11.20',
    dateReleased: '2026-11-20T17:00:00.0000Z',
    count: 2,
    vulnerabilities: [
      kevVulnerability,
      {
        ...kevVulnerability,
        cveID: 'CVE-2024-3400',
        vulnerabilityName: 'PAN-OS Command Injection Vulnerability',
        dateAdded: '2024-04-12',
        knownRansomwareCampaignUse: 'Unknown',
      },
    ],
  };
}

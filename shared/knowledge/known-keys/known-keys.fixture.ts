import type { FeedFile } from '../feed.ts';

/** As Debian's package openssl-blacklist writes them. */
export function debianList(...checksums: readonly string[]): FeedFile {
  const text = `# each line must consist of the lower-case key\n# modulus checksum:\n#   openssl rsa -noout -modulus -in /tmp/key.pem | sha1sum\n#\n`;
  return { name: 'blacklist.RSA-2048', text: `${text}${checksums.join('\n')}\n` };
}

export function publishedList(...checksums: readonly string[]): FeedFile {
  const text = `#\n# This is a list of known-compromised 2048-bit keys in OpenSSL format.\n#   openssl rsa -noout -modulus -in /tmp/key.pem | sha1sum\n\n# A key of a handbook\n`;
  return { name: 'blacklist-compromised.RSA-2048', text: `${text}${checksums.join('\n')}\n` };
}

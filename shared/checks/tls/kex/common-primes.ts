/**
 * Primes of up to 1024 bits that products bring along or RFCs name: their first eight bytes, twelve bytes before the
 * last eight, and who uses them. As published by the authors of Logjam (weakdh.org), in RFC 2409 and RFC 5114, and in
 * the products' sources.
 */
const known: readonly (readonly [start: string, nearEnd: string, from: string])[] = [
  ['d4bcd52406f69b35', '0a4bc71148976f76795094e7', 'Apache mod_ssl 2.0'],
  ['e6969d3d495be32c', '262e56a8871538dfd823c650', 'Apache mod_ssl 2.2'],
  ['9fdb8b8a004544f0', '0e3e300680a3030c6e4c3757', 'Apache mod_ssl 2.2'],
  ['d67de440cbbbdc19', '88aeaa747de0f4d6e2bd68b0', 'Apache mod_ssl 2.2'],
  ['bbbc2dcad8467490', '58fafd4988d0f65d146757da', 'nginx'],
  ['fca682ce8e12caba', '2ed0899bcd132acd50d99151', 'Java'],
  ['e9e642599d355f37', 'f3cef8393694cf45ee3688c1', 'Java'],
  ['fd7f53811d751229', '9132f675f3ae2b61d72aeff2', 'Java'],
  ['da583c16d9852289', 'a2d3d412e218f4dd1e084cf6', 'OpenSSL'],
  ['97f64261cab505dd', '0cf70121c74799d7587132be', 'OpenSSL'],
  ['ffffffffffffffff', '625e7ec6f44c42e9a63a3620', 'RFC 2409 group 1'],
  ['ffffffffffffffff', '7c4b1fe649286651ece65381', 'RFC 2409 group 2'],
  ['b10b8f96a080e01d', '365c1a65e68cfda76d4da708', 'RFC 5114'],
  ['d6c094ad57f5374f', 'b0320a0317e2a31b44a02787', 'weakdh.org'],
  ['c9bbf5f774a8297b', '25592eb6258a0655d75e93b2', 'weakdh.org'],
  ['829febfce3ee0434', 'fd47337d884dfa09f0a3d696', 'weakdh.org'],
  ['92402435c3a12e44', '12df297c131854fbf21ac4e8', 'weakdh.org'],
  ['a9a34811446c7b69', '8334ad2981ddc5ed923f11c3', 'weakdh.org'],
  ['ca6b85646dc21765', '0a165e4eb7520774b167a00f', 'weakdh.org'],
  ['eb373e94ab618df8', '6aa69eb3e0ef3c60f91c2639', 'weakdh.org'],
  ['80a68adc5327e05c', '4cd0c3dd4c31d755d1cf9e9b', 'weakdh.org'],
  ['c0eb5f3a4cb30a9f', '17ea5ed37cf971b6b19a8711', 'weakdh.org'],
  ['8fc0e1e20574d6ab', '1c723953b83217f8b3ebf870', 'weakdh.org'],
  ['f8d5cce87a3961b5', 'cebcc7a9619ccf38288ea3d5', 'Cisco IronPort'],
  ['f488fd584e49dbcd', '419f9c7cbd894b221926baab', 'SKIP'],
  ['d8bf11d6412a7a9c', '56f80b2ce036678864151f45', 'Postfix'],
  ['883f00affc0c8ab8', '50e691a56e0145dec9b11f64', 'Postfix'],
  ['b0feb4cfd45507e7', 'cd4954afc1b1ea4af953d0df', 'Postfix'],
  ['c0c5238d3ab3a363', '1ab4b8a09e649d40778a9c97', 'Postfix'],
  ['b39574ce0bfdabc3', '3c44f1f190ce40934be6d60e', 'Postfix'],
  ['c1d89c90b1587ce1', '04475de942475e3061e842c1', 'Postfix'],
  ['fea8f1859a136945', 'ea35324083920e8cb4edcd14', 'Postfix'],
  ['fce8b1997d2d4d36', '0147b33d1ae1935652273f37', 'Postfix'],
  ['cdf874a8ba04fdbb', '05cf2373a2608c8247cbef79', 'Postfix'],
  ['ba55c07cf9615e17', '50ab9aee2e4eda4f37155503', 'Postfix'],
  ['e11229ec71066eb8', 'e14b15ac737f00caaccc80ff', 'Postfix'],
  ['f2d063da3ba3ac03', '07625e45bab4c36ecf588f4b', 'Postfix'],
  ['bd6494a6fb1d1a7c', 'e836ab1a9e483bee00fa3ab3', 'ProFTPD'],
  ['94e298d77cfe0794', 'fa075b287aed5a804d6c2bb2', 'ProFTPD'],
  ['af545926cbfb78d5', '1eca0b4617ab582a0535b4e2', 'ProFTPD'],
  ['95511c35dc6b9ccb', '41e18c7a07e4e5f4493b68d0', 'ProFTPD'],
  ['9e5fa306e022c6a3', '3778709135590d8114875a1f', 'ProFTPD'],
  ['d5f57e06fe35b84f', 'c81bd7be8515bc1dcccf6271', 'ProFTPD'],
  ['b6ef38c892ce4503', '0916bcb3f8e22fe7edf0d6f6', 'ProFTPD'],
  ['ce61a70d12181d0b', 'f7d614f19c491660e4223e77', 'ProFTPD'],
  ['a3ff1d74997f73db', '3b8ddfd2aefb521d04b61297', 'ProFTPD'],
  ['c2ce23875bba6d7a', '95eb89775cbe6bfbf11f37b9', 'ProFTPD'],
  ['eee2fb92101e3b3a', 'ddd5041ae79b79aca11051cb', 'ProFTPD'],
  ['8065e091287fe21c', 'a83305bf4fc5534e16a3e135', 'ProFTPD'],
  ['ffffffffffffffff', 'ffffffffffffffffffffffff', 'LibTomCrypt'],
  ['cc17f2dc96df59a4', '12464aaf9599efbca6c54177', 'Socat'],
  ['faf92a222aa77fe1', 'db7b1d3da131b7808f0b675e', 'HAProxy'],
];

/** Whose prime this is, in hex; undefined where it is none of the known ones. */
export function commonPrimeName(prime: string): string | undefined {
  const hex = prime.replace(/^(?:00)+/, '');
  return known.find(([start, nearEnd]) => hex.startsWith(start) && hex.slice(-40, -16) === nearEnd)?.[2];
}

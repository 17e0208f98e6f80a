/** The server behind a BIG-IP persistence cookie that is not encrypted (F5 K6917); undefined for anything else. */
export function decodeBigIp(value: string): { readonly address: string; readonly port: number } | undefined {
  const [, little, port] = /^(\d{1,10})\.(\d{1,5})\.0000$/.exec(value) ?? [];
  if (little !== undefined && port !== undefined) {
    return Number(little) > 0xffffffff || Number(port) > 0xffff
      ? undefined
      : { address: dotted(Number(little), 'little'), port: swapped(Number(port)) };
  }
  // With route domains: the address in hexadecimal, the port as it is.
  const [, hex, plain] = /^rd\d{1,5}o0{20}f{4}([0-9a-f]{8})o(\d{1,5})$/i.exec(value) ?? [];
  if (hex === undefined || Number(plain) > 0xffff) return undefined;
  return { address: dotted(Number.parseInt(hex, 16), 'big'), port: Number(plain) };
}

function dotted(number: number, order: 'little' | 'big'): string {
  const bytes = [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
  return (order === 'big' ? bytes : bytes.reverse()).join('.');
}

function swapped(port: number): number {
  return ((port & 0xff) << 8) | (port >> 8);
}

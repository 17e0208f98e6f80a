/** 全国地方公共団体コード (JIS X 0401/0402 with check digit): six digits, kept as text because of the leading zero. */
export type MunicipalityCode = string & { readonly __brand: 'MunicipalityCode' };

/** The check digit of the first five digits: (11 − (6a+5b+4c+3d+2e) mod 11) mod 10. */
export function checkDigit(firstFive: string): string {
  const sum = [...firstFive].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
}

export function isMunicipalityCode(text: string): text is MunicipalityCode {
  if (!/^\d{6}$/.test(text)) return false;
  const prefecture = Number(text.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47 && checkDigit(text.slice(0, 5)) === text[5];
}

import type { Fix, Product } from '../model/product.ts';
import type { Text } from '../model/text.ts';
import type { Check } from './check.ts';

/** What one product's owner does; `confirm` only where another command shows it. */
export interface Advice extends Text {
  readonly snippet?: string;
  readonly confirm?: string;
}

/** The fixes that one command confirms, in the order given, with `any` last. */
export function fixList(
  confirm: string,
  anyone: Advice,
  products: Partial<Record<Exclude<Product, 'any'>, Advice>> = {},
): Check['fixes'] {
  const named = Object.entries(products).map(([product, advice]) => fix(product as Product, advice, confirm));
  return [...named, { ...fix('any', anyone, confirm), product: 'any' }];
}

function fix(product: Product, { ja, en, snippet, confirm }: Advice, usual: string): Fix {
  return {
    product,
    steps: { ja, en },
    ...(snippet === undefined ? {} : { snippet }),
    confirm: confirm ?? usual,
  };
}

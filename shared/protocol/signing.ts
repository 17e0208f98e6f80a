import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { EnkakuError } from '../model/error.ts';
import { type Order, orderSchema, type SignedOrder } from './order.ts';

export class BrokenOrderError extends EnkakuError {
  override readonly name = 'BrokenOrderError';
  readonly code = 'broken-order';

  constructor(why: { ja: string; en: string }) {
    super({ ja: `診断指示を受け付けられません: ${why.ja}`, en: `The order is refused: ${why.en}` });
  }
}

/** A new Ed25519 key pair, both PEM (PKCS #8 and SPKI). */
export function newSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

export function publicKeyOf(privateKey: string): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** @param order of this version of the protocol or an older one */
export function signOrder(order: Order | Partial<Order>, privateKey: KeyObject | string): SignedOrder {
  const payload = JSON.stringify(order);
  return { payload, signature: sign(null, Buffer.from(payload), privateKey).toString('base64') };
}

/** The order, once its signature holds. @throws BrokenOrderError */
export function openOrder(signed: SignedOrder, publicKey: KeyObject | string): Order {
  const genuine = verify(
    null,
    Buffer.from(signed.payload),
    publicKey,
    Buffer.from(signed.signature, 'base64'),
  );
  if (!genuine)
    throw new BrokenOrderError({
      ja: '署名が正しくありません。',
      en: 'the signature is not the scheduler’s.',
    });
  const order = orderSchema.safeParse(JSON.parse(signed.payload));
  if (!order.success)
    throw new BrokenOrderError({ ja: '内容が読み取れません。', en: 'its contents cannot be read.' });
  return order.data;
}

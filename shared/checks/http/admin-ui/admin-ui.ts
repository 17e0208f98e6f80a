import type { Severity } from '../../../model/severity.ts';
import type { Text } from '../../../model/text.ts';
import type { Check } from '../../check.ts';
import { limitPathFixes } from '../exposure-fixes.ts';
import { ipaWebsite, owaspAdminInterfaces } from '../references.ts';
import { judgeLoginPage, type LoginPage } from './login-page.ts';

interface AdminUi {
  /** As its makers write it; in sentences of both languages. */
  readonly product: string;
  readonly severity: Extract<Severity, 'medium' | 'low'>;
  /** What somebody who gets in can do, as the end of a sentence. */
  readonly power: Text;
  /** Advice of the product's own, before the path is closed to others. */
  readonly first: Text;
  readonly path: string;
  readonly reference: string;
  readonly page: LoginPage;
}

/** The door to a product's administration, open to the whole Internet. */
export function adminUi({
  product,
  severity,
  power,
  first,
  path,
  reference,
  page,
}: AdminUi): Check<'web-files'> {
  return {
    version: 1,
    needs: ['web-files'],
    severity,
    text: {
      safe: {
        ja: `${product} の管理画面は公開されていません`,
        en: `The administration of ${product} is not public`,
      },
      vulnerable: {
        ja: `${product} の管理画面が公開されています`,
        en: `The administration of ${product} is public`,
      },
      why: {
        ja: `管理画面の入り口に、世界中の誰でも到達できる状態です。パスワードが推測されたり、製品の弱点を突かれたりすると、${power.ja}`,
        en: `Anyone in the world can reach the door to the administration. If a password is guessed, or a weakness of the product is used, ${power.en}`,
      },
    },
    action: 'web-exposure',
    fixes: limitPathFixes({ first, path }),
    references: [reference, owaspAdminInterfaces, ipaWebsite],
    detect: ({ 'web-files': files }) => judgeLoginPage(files, page),
  };
}

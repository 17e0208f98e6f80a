import { EnkakuError } from '@enkaku/shared/model/error.ts';
import type { Text } from '@enkaku/shared/model/text.ts';

/** A request that ends here, with a page that says why. */
export class Problem extends EnkakuError {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: 400 | 403 | 404 | 409 | 413;

  constructor(status: Problem['status'], code: string, text: Text) {
    super(text);
    this.status = status;
    this.code = code;
  }
}

/** The same answer for what is not there and for what belongs to somebody else. */
export function notFound(): Problem {
  return new Problem(404, 'not-found', {
    ja: 'お探しのページは見つかりませんでした。アドレスをご確認いただくか、ホームからたどってください。',
    en: 'This page could not be found. Please check the address, or start from the home page.',
  });
}

export function forbidden(): Problem {
  return new Problem(403, 'forbidden', {
    ja: 'この操作を行う権限がありません。必要な場合は、団体の管理者にご相談ください。',
    en: 'You are not permitted to do this. If you need to, please ask your organisation.',
  });
}

export function foreignForm(): Problem {
  return new Problem(403, 'foreign-form', {
    ja: 'この画面から送られた内容であることを確認できなかったため、受け付けませんでした。何も変更されていません。前の画面を開き直し、もう一度操作してください。',
    en: 'This did not come from a page of yours, so it was refused and nothing was changed. Please open the page again and repeat.',
  });
}

export function tooLarge(): Problem {
  return new Problem(413, 'too-large', {
    ja: '送られた内容が大きすぎるため、受け付けませんでした。添付ファイルは 5 MB までです。',
    en: 'What was sent is too large and was refused. Attachments may have up to 5 MB.',
  });
}

import { EnkakuError } from '@enkaku/shared/model/error.ts';

/** Usage or scope: nothing was sent to anyone. Exit code 2. */
export class RefusedError extends EnkakuError {
  override readonly name = 'RefusedError';
  readonly code = 'refused';
}

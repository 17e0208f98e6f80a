import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folders = ['shared', 'scanner', 'scheduler', 'portal'];
const settleMs = 300;

/** Calls `changed` when a source file was saved; several at once count as one. */
export function watchSources(changed: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), { recursive: true }, (_event, file) => {
      if (file === null || !file.endsWith('.ts') || file.includes('node_modules')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, settleMs);
    }),
  );
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = (name: string) => require.resolve(`@expo-google-fonts/noto-sans-jp/${name}`);

export const family = 'NotoSansJP';

/** Embedded as subsets; they hold 𠮷, but neither IVS nor ☐☑. */
export const fonts = {
  [family]: {
    normal: file('400Regular/NotoSansJP_400Regular.ttf'),
    bold: file('700Bold/NotoSansJP_700Bold.ttf'),
  },
};

/** The only files that a PDF may be made from. */
export const fontFiles: ReadonlySet<string> = new Set(Object.values(fonts[family] ?? {}));

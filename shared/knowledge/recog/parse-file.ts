import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { type FeedFile, InvalidFeedError } from '../feed.ts';
import { convertPattern } from './convert-pattern.ts';
import { type Fingerprint, isRecogSource, type RecogFile } from './fingerprints.ts';

const mostFingerprints = 20_000;
const mostParameters = 32;
const longestValue = 512;

/** Files without `matches`. */
const sourceOfFile: Readonly<Record<string, string>> = {
  'telnet_banners.xml': 'telnet.banner',
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  ignoreDeclaration: true,
  stopNodes: ['*.example'],
  isArray: (name) => name === 'fingerprint' || name === 'param',
});

const value = z.string().max(longestValue).default('').transform(decode);
const document = z.object({
  fingerprints: z.object({
    matches: z.string().max(100).optional(),
    fingerprint: z
      .array(
        z.object({
          pattern: z.string().max(8192).transform(decode),
          flags: z.string().max(200).default(''),
          param: z
            .array(
              z.object({
                pos: z.string().regex(/^\d{1,2}$/),
                name: z.string().max(100),
                value,
              }),
            )
            .max(mostParameters)
            .default([]),
        }),
      )
      .max(mostFingerprints)
      .default([]),
  }),
});

/** One of recog's XML files; undefined for what we have no use for. @throws InvalidFeedError */
export function parseRecogFile(file: FeedFile): RecogFile | undefined {
  const read = document.safeParse(parseXml(file));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new InvalidFeedError(
      `${file.name} is no file of recog: ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }
  const { matches = sourceOfFile[file.name] ?? '', fingerprint } = read.data.fingerprints;
  if (!isRecogSource(matches)) return undefined;
  const converted = fingerprint.map((one) => ({
    pattern: convertPattern(one.pattern, one.flags.split(',')),
    parameters: one.param.map(({ pos, name, value: text }) => ({ position: Number(pos), name, value: text })),
  }));
  const fingerprints = converted.flatMap(({ pattern, parameters }): readonly Fingerprint[] =>
    'usable' in pattern ? [{ pattern: pattern.usable, parameters }] : [],
  );
  return { source: matches, fingerprints, skipped: converted.length - fingerprints.length };
}

function parseXml({ name, text }: FeedFile): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    throw new InvalidFeedError(`${name} is not XML: ${error instanceof Error ? error.message : error}`);
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and character references, each once; no document can define another here. */
function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g,
    (whole, decimal?: string, hex?: string, named?: string) => {
      if (named !== undefined) return entities[named] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

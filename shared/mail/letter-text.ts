import type { Locale } from '../model/text.ts';
import { visible } from '../report/visible.ts';
import { frame } from './frame.ts';
import { type Block, type Letter, labelled } from './letter.ts';
import { wrap } from './wrap.ts';

/** Whole and useful on its own: 無害化 takes links and attachments away. */
export function letterText(letter: Letter): string {
  const { salutation, greeting, closing } = frame(letter);
  const body = letter.blocks.map((block) => blockText(block, letter.locale)).join('\n\n');
  return `${[wrap(visible(salutation)), wrap(visible(greeting)), body].join('\n\n')}\n\n-- \n${closing.map((line) => wrap(visible(line))).join('\n')}\n`;
}

function blockText(block: Block, locale: Locale): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(visible(block.text));
    case 'heading':
      return `■ ${visible(block.text)}`;
    case 'facts':
      return block.facts.map(([label, value]) => factText(visible(label), visible(value), locale)).join('\n');
    case 'link':
      return `${visible(block.label)}\n  ${visible(block.url)}`;
    case 'item':
      return [wrap(visible(block.title)), ...block.lines.map((line) => indented(visible(line), '  '))].join(
        '\n',
      );
    case 'code':
      return visible(block.text).replace(/^/gm, '    ');
  }
}

function factText(label: string, value: string, locale: Locale): string {
  return value.includes('\n')
    ? `${indented(labelled(label, '', locale), '  ')}\n${indented(value, '    ')}`
    : indented(labelled(label, value, locale), '  ');
}

function indented(text: string, indent: string): string {
  return wrap(text, 76 - indent.length).replace(/^/gm, indent);
}

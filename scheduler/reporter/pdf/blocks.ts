import { colour } from '../colours.ts';
import type { Content, ContentText, CustomTableLayout, TableCell } from './content.ts';
import { bodySize, contentWidth } from './paper.ts';
import type { Drafting } from './print.ts';
import { type Role, type Tag, under } from './tags.ts';

type Look = Omit<ContentText, 'text'>;

/** Text of one structure element. */
export function text({ printable }: Drafting, tag: Tag, value: string, look: Look = {}): ContentText {
  return { text: [{ text: printable(value), tag } as ContentText], ...look };
}

const headings: Readonly<Record<'H1' | 'H2' | 'H3', Look>> = {
  H1: { fontSize: 26, bold: true, lineHeight: 1.25 },
  H2: { fontSize: 16, bold: true, color: colour.key, margin: [0, 14, 0, 5] },
  H3: { fontSize: 11, bold: true, margin: [0, 8, 0, 2] },
};

export function heading(
  drafting: Drafting,
  parent: Tag,
  role: 'H1' | 'H2' | 'H3',
  value: string,
  look: Look = {},
): ContentText {
  const outline =
    role === 'H2' ? { headlineLevel: 1, outline: true, outlineText: drafting.printable(value) } : {};
  return text(drafting, under(parent, role), value, { ...headings[role], ...outline, ...look });
}

export function paragraph(drafting: Drafting, parent: Tag, value: string, look: Look = {}): ContentText {
  return text(drafting, under(parent, 'P'), value, { margin: [0, 0, 0, 4], ...look });
}

export function bullets(
  drafting: Drafting,
  parent: Tag,
  values: readonly string[],
  look: Look = {},
): Content {
  const list = under(parent, 'L');
  return {
    ul: values.map((value) => text(drafting, under(under(list, 'LI'), 'LBody'), value, look)),
    margin: [0, 0, 0, 6],
  };
}

/** To be pasted: every line as it is, on a ground of its own. */
export function code(drafting: Drafting, parent: Tag, value: string): Content {
  const look: Look = { fontSize: 8.5, preserveLeadingSpaces: true, lineHeight: 1.25 };
  return {
    table: {
      widths: [contentWidth - 16],
      body: [[text(drafting, under(under(parent, 'P'), 'Code'), value, look)]],
    },
    layout: { ...noLines, fillColor: () => colour.ground, ...padded(8, 5) },
    margin: [0, 2, 0, 6],
  };
}

export interface TableColumn {
  readonly label: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: 'right';
}

/** A cell: its words, or a drawing that says the same as the words beside it. */
export type Cell = string | { readonly text: string; readonly look: Look } | { readonly drawing: Content };

/** Column headings come again on every page; the first cell of a row is its heading. */
export function table(
  drafting: Drafting,
  parent: Tag,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): Content {
  const tag = under(parent, 'Table');
  const [padX, padY] = [5, 3];
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const available = contentWidth - columns.length * padX * 2;
  const header = columns.some(({ label }) => label !== '')
    ? [tableHeader(drafting, under(tag, 'TR'), columns)]
    : [];
  return {
    table: {
      headerRows: header.length,
      widths: columns.map(({ share }) => (available * share) / shares),
      body: [...header, ...rows.map((row) => tableRow(drafting, under(tag, 'TR'), columns, row))],
    },
    layout: {
      ...noLines,
      hLineWidth: (index) => (index === 0 ? 0 : 0.5),
      hLineColor: () => colour.line,
      ...padded(padX, padY),
    },
    fontSize: bodySize - 1,
    margin: [0, 4, 0, 10],
  };
}

function tableHeader(drafting: Drafting, tag: Tag, columns: readonly TableColumn[]): TableCell[] {
  return columns.map(({ label, align }) =>
    text(drafting, under(tag, 'TH', 'Column'), label, {
      ...alignment(align),
      bold: true,
      fillColor: colour.ground,
    }),
  );
}

function tableRow(
  drafting: Drafting,
  tag: Tag,
  columns: readonly TableColumn[],
  row: readonly Cell[],
): TableCell[] {
  return row.map((cell, index) => {
    if (typeof cell === 'object' && 'drawing' in cell) return cell.drawing as TableCell;
    const role: Role = index === 0 ? 'TH' : 'TD';
    const leaf = under(tag, role, index === 0 ? 'Row' : null);
    const look = alignment(columns[index]?.align);
    return typeof cell === 'string'
      ? text(drafting, leaf, cell, look)
      : text(drafting, leaf, cell.text, { ...look, ...cell.look });
  });
}

function alignment(align: TableColumn['align']): Look {
  return align === undefined ? {} : { alignment: align };
}

const noLines: CustomTableLayout = { hLineWidth: () => 0, vLineWidth: () => 0 };

export function padded(x: number, y: number): CustomTableLayout {
  return { paddingLeft: () => x, paddingRight: () => x, paddingTop: () => y, paddingBottom: () => y };
}

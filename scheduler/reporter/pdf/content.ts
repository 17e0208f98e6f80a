/** What pdfmake lays out, as far as it is used here. Its published types would bring the browser's globals with them. */
export type Content = string | ContentNode | readonly Content[];
type ContentNode = ContentText | ContentList | ContentTable | ContentStack | ContentColumns | ContentCanvas;

type Margin = number | readonly [number, number] | readonly [number, number, number, number];

interface Look {
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fillColor?: string;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly lineHeight?: number;
  readonly margin?: Margin;
  readonly decoration?: 'underline';
  readonly link?: string;
  readonly preserveLeadingSpaces?: boolean;
  readonly headlineLevel?: number;
  readonly outline?: boolean;
  readonly outlineText?: string;
  readonly pageBreak?: 'before' | 'after';
  readonly unbreakable?: boolean;
  readonly width?: number | 'auto' | '*';
}

export interface ContentText extends Look {
  readonly text: string | readonly (string | ContentText)[];
}

interface ContentList extends Look {
  readonly ul: readonly Content[];
}

interface ContentStack extends Look {
  readonly stack: readonly Content[];
}

interface ContentColumns extends Look {
  readonly columns: readonly Content[];
  readonly columnGap?: number;
}

interface ContentCanvas extends Look {
  readonly canvas: readonly object[];
}

interface ContentTable extends Look {
  readonly table: {
    readonly headerRows?: number;
    readonly dontBreakRows?: boolean;
    readonly widths?: readonly (number | 'auto' | '*')[];
    readonly body: readonly (readonly TableCell[])[];
  };
  readonly layout?: CustomTableLayout;
}

export type TableCell = Content;

export interface CustomTableLayout {
  readonly hLineWidth?: (index: number) => number;
  readonly vLineWidth?: (index: number) => number;
  readonly hLineColor?: (index: number) => string;
  readonly vLineColor?: (index: number) => string;
  readonly fillColor?: (row: number) => string | null;
  readonly paddingLeft?: () => number;
  readonly paddingRight?: () => number;
  readonly paddingTop?: () => number;
  readonly paddingBottom?: () => number;
}

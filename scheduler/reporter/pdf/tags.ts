/** ISO 32000-1, 14.8.4: what a piece of text is, for those who have it read to them. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Code'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Link'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

/** A node of the structure tree; text refers to a leaf of it, and is read in the order of the tree. */
export interface Tag {
  readonly role: Role;
  readonly scope: 'Column' | 'Row' | null;
  readonly children: Tag[];
}

export function rootTag(): Tag {
  return { role: 'Document', scope: null, children: [] };
}

export function under(parent: Tag, role: Role, scope: Tag['scope'] = null): Tag {
  const tag: Tag = { role, scope, children: [] };
  parent.children.push(tag);
  return tag;
}

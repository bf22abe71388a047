import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { TableMap, isInTable, selectedRect } from 'prosemirror-tables';
import { schema } from './schema';

export const addTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (isInTable(state) || $from.depth === 0) return false;
  if (!dispatch) return true;

  const row = (cell: 'table_header' | 'table_cell') => schema.node('table_row', null, [0, 1, 2].map(() => schema.node(cell)));
  const table = schema.node('table', null, [row('table_header'), row('table_cell'), row('table_cell')]);
  const here = $from.node(1);
  const isEmpty = here.type === schema.nodes.paragraph && here.content.size === 0;
  const at = isEmpty ? $from.before(1) : $from.after(1);
  const change = isEmpty ? state.tr.replaceWith(at, $from.after(1), table) : state.tr.insert(at, table);

  // Below a table that ends the text there has to be a line to go on in.
  if (change.doc.lastChild?.type === schema.nodes.table) change.insert(change.doc.content.size, schema.node('paragraph'));
  dispatch(change.setSelection(TextSelection.near(change.doc.resolve(at + 3))).scrollIntoView());

  return true;
};

/** Sets how the columns that the selection touches are aligned. */
export const align = (side: 'left' | 'center' | 'right'): Command => (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (!dispatch) return true;

  const rect = selectedRect(state);
  const map = TableMap.get(rect.table);
  const change = state.tr;
  for (let row = 0; row < map.height; row++)
    for (let column = rect.left; column < rect.right; column++) {
      const at = map.map[row * map.width + column];
      if (at !== undefined) change.setNodeAttribute(rect.tableStart + at, 'align', side);
    }
  dispatch(change);

  return true;
};

export function alignOf(state: EditorState): string | null {
  if (!isInTable(state)) return null;

  const rect = selectedRect(state);
  const at = rect.map.map[rect.top * rect.map.width + rect.left];

  return at === undefined ? null : ((rect.table.nodeAt(at)?.attrs.align as string | null) ?? 'left');
}

import { type Command, type EditorState } from 'prosemirror-state';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Node } from 'prosemirror-model';
import { isList, schema } from './schema';

export type ListKind = 'dashes' | 'numbers' | 'letters';

const typeOf = (kind: ListKind) => schema.nodes[kind === 'dashes' ? 'bullet_list' : 'ordered_list']!;
const markerOf = (kind: ListKind) => (kind === 'dashes' ? '-' : kind === 'numbers' ? '.' : 'a');

function around(state: EditorState): { list: Node; at: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if (isList($from.node(depth))) return { list: $from.node(depth), at: $from.before(depth) };

  return undefined;
}

export function kindOf(state: EditorState): ListKind | undefined {
  const list = around(state)?.list;
  if (!list) return undefined;

  return list.type === schema.nodes.bullet_list ? 'dashes' : list.attrs.marker === 'a' ? 'letters' : 'numbers';
}

/** Makes a list of the lines, another list of a list, or lines of it again. */
export const toggleList = (kind: ListKind): Command => (state, dispatch, view) => {
  const found = around(state);
  if (!found) return wrapInList(typeOf(kind), { marker: markerOf(kind) })(state, dispatch, view);
  if (kindOf(state) === kind) return liftListItem(schema.nodes.list_item!)(state, dispatch, view);

  dispatch?.(state.tr.setNodeMarkup(found.at, typeOf(kind), { tight: found.list.attrs.tight, marker: markerOf(kind) }));

  return true;
};

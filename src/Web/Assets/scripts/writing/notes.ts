import { Plugin, type EditorState } from 'prosemirror-state';
import { TextSelection, type Command } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { schema } from './schema';

/** Numbers the footnotes in the order of their marks, as they are printed. */
export const numberNotes = new Plugin<DecorationSet>({
  state: {
    init: (_, state) => numbersOf(state.doc),
    apply: (change, numbers) => (change.docChanged ? numbersOf(change.doc) : numbers),
  },
  props: {
    decorations(state: EditorState): DecorationSet | undefined {
      return this.getState(state);
    },
  },
});

function numbersOf(doc: Node): DecorationSet {
  const numbers = new Map<string, number>();
  const found: Decoration[] = [];
  const number = (label: string) => numbers.get(label) ?? (numbers.set(label, numbers.size + 1), numbers.size);

  doc.descendants((node, at) => {
    if (node.type === schema.nodes.note_mark) found.push(Decoration.node(at, at + node.nodeSize, { 'data-number': String(number(node.attrs.label)) }));
    if (node.type === schema.nodes.opaque) for (const mark of String(node.attrs.source).matchAll(/\[\^([^\]\s]+)\](?!:)/g)) number(mark[1] ?? '');

    return node.type !== schema.nodes.note;
  });
  doc.forEach((node, at) => {
    if (node.type === schema.nodes.note) found.push(Decoration.node(at, at + node.nodeSize, { 'data-number': String(numbers.get(node.attrs.label) ?? '–') }));
  });

  return DecorationSet.create(doc, found);
}

/** Puts a mark where the cursor is, and its text at the end, where writing goes on. */
export const addNote: Command = (state, dispatch) => {
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || isInNote(state)) return false;
  if (!dispatch) return true;

  const labels = new Set<string>();
  state.doc.descendants((node) => {
    if (node.type === schema.nodes.note || node.type === schema.nodes.note_mark) labels.add(node.attrs.label);
  });
  let number = 1;
  while (labels.has(String(number))) number++;

  const label = String(number);
  const change = state.tr.insert($to.pos, schema.node('note_mark', { label }));
  change.insert(change.doc.content.size, schema.node('note', { label }, [schema.node('paragraph')]));
  change.setSelection(TextSelection.atEnd(change.doc)).scrollIntoView();
  dispatch(change);

  return true;
};

export function isInNote(state: EditorState): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === schema.nodes.note) return true;

  return false;
}

import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { EditorState, Plugin, type Command } from 'prosemirror-state';
import { goToNextCell, isInTable, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { LETTERS } from './dialect';
import { addNote, numberNotes } from './notes';
import { OpaqueView } from './opaque';
import { cleaned } from './paste';
import { schema } from './schema';
import { Source } from './source';
import { Toolbar } from './toolbar';
import type { Words } from './words';

export interface Outside {
  /** How many levels of headings the text may have. */
  readonly levels: number;
  readonly label: string;
  changed(): void;
  /** @returns the picture's hash. */
  keepPicture(file: File): Promise<string>;
  show(source: string): Promise<string>;
}

/** The text as it looks, to write in as in Word; read and handed back as Markdown. */
export class Editor {
  readonly element = document.createElement('div');

  private readonly view: EditorView;
  private readonly toolbar: Toolbar;
  private source: Source;
  private last: { doc: Node; text: string };

  constructor(text: string, words: Words, private readonly outside: Outside) {
    this.source = new Source(text);
    this.last = { doc: this.source.doc, text };

    const sheet = document.createElement('div');
    sheet.className = 'sheet text';
    this.view = new EditorView(
      { mount: sheet },
      {
        state: this.stateOf(this.source.doc),
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': outside.label, lang: 'vi', spellcheck: 'false' },
        nodeViews: { opaque: (node, view, place) => new OpaqueView(node, view, place, words, (source) => outside.show(source)) },
        transformPastedHTML: cleaned,
        transformPasted: (slice) => this.withOwnNotes(slice),
        handlePaste: (_, event) => this.takePictures(event.clipboardData),
        handleDrop: (_, event) => this.takePictures((event as DragEvent).dataTransfer),
        dispatchTransaction: (change) => {
          this.view.updateState(this.view.state.apply(change));
          this.toolbar.update(this.view.state);
          if (change.docChanged && !change.getMeta('opened')) this.outside.changed();
        },
      },
    );

    this.toolbar = new Toolbar(this.view, words, outside.levels, () => this.choosePicture());
    this.element.className = 'editor';
    this.element.append(this.toolbar.element, sheet);
  }

  get text(): string {
    const { doc } = this.view.state;
    if (doc !== this.last.doc) this.last = { doc, text: this.source.write(doc) };

    return this.last.text;
  }

  get wordCount(): number {
    return this.view.state.doc.textBetween(0, this.view.state.doc.content.size, ' ', ' ').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  focus(): void {
    this.view.focus();
  }

  /** Another text in the place of this one, in one step that can be undone. */
  replace(text: string): void {
    this.source = new Source(text);
    const { doc } = this.source;
    const { state } = this.view;
    const start = state.doc.content.findDiffStart(doc.content);
    const end = state.doc.content.findDiffEnd(doc.content as never);
    const change = state.tr.setMeta('opened', true);
    if (start !== null && end) {
      // By whole blocks, so that each of them is a node of the new source.
      const [from, to, until] = [edge(state.doc, start, -1), edge(state.doc, Math.max(end.a, start), 1), edge(doc, Math.max(end.b, start), 1)];
      change.replaceWith(from, to, doc.slice(edge(doc, start, -1), until).content);
    }
    this.view.dispatch(change);
    this.last = { doc: this.view.state.doc, text: this.view.state.doc.eq(doc) ? text : this.source.write(this.view.state.doc) };
  }

  private stateOf(doc: Node): EditorState {
    return EditorState.create({
      doc,
      plugins: [
        rules,
        keymap({
          'Mod-z': undo,
          'Mod-y': redo,
          'Shift-Mod-z': redo,
          'Mod-b': toggleMark(schema.marks.strong!),
          'Mod-i': toggleMark(schema.marks.em!),
          'Mod-Alt-f': addNote,
          'Shift-Enter': chainCommands(exitCode, breakLine),
          Enter: chainCommands(splitListItem(schema.nodes.list_item!), breakCell),
          Tab: chainCommands(goToNextCell(1), sinkListItem(schema.nodes.list_item!)),
          'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(schema.nodes.list_item!)),
        }),
        keymap(baseKeymap),
        history(),
        dropCursor(),
        gapCursor(),
        tableEditing(),
        numberNotes,
        lineBelow,
      ],
    });
  }

  private choosePicture(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg';
    input.multiple = true;
    input.addEventListener('change', () => void this.addPictures([...(input.files ?? [])]));
    input.click();
  }

  private takePictures(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])].filter((file) => /^image\/(png|jpeg)$/.test(file.type));
    // Word puts a picture of the text beside the text.
    if (files.length === 0 || data?.types.includes('text/html') || data?.types.includes('text/rtf')) return false;
    void this.addPictures(files);

    return true;
  }

  private async addPictures(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const sha256 = await this.outside.keepPicture(file);
      if (!sha256) continue;
      const picture = schema.node('picture', { sha256, description: file.name.replace(/\.\w+$/, '').normalize('NFC') });
      this.view.dispatch(this.view.state.tr.replaceSelectionWith(picture, false).scrollIntoView());
    }
    this.view.focus();
  }

  /** Footnotes that come along get numbers that are free here. */
  private withOwnNotes(slice: Slice): Slice {
    const names = new Map<string, string>();
    const taken = new Set<string>();
    this.view.state.doc.descendants((node) => void ('label' in node.attrs && taken.add(node.attrs.label)));
    slice.content.descendants((node) => {
      if (node.type !== schema.nodes.note) return;
      let number = 1;
      while (taken.has(String(number))) number++;
      taken.add(String(number));
      names.set(node.attrs.label, String(number));
    });
    if (names.size === 0) return slice;

    const renamed = (content: Fragment): Fragment => {
      const children: Node[] = [];
      content.forEach((node) => {
        const name = names.get(node.attrs.label ?? '');
        children.push(name ? node.type.create({ ...node.attrs, label: name }, renamed(node.content), node.marks) : node.isLeaf ? node : node.copy(renamed(node.content)));
      });

      return Fragment.from(children);
    };

    return new Slice(renamed(slice.content), slice.openStart, slice.openEnd);
  }
}

/** The border of the top block that a place lies in. */
function edge(doc: Node, at: number, side: -1 | 1): number {
  const place = doc.resolve(Math.min(Math.max(at, 0), doc.content.size));

  return place.depth === 0 ? place.pos : side < 0 ? place.before(1) : place.after(1);
}

const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.node('hard_break')).scrollIntoView());

  return true;
};

/** A cell holds lines, not paragraphs. */
const breakCell: Command = (state, dispatch) => isInTable(state) && breakLine(state, dispatch);

/** Below what no cursor can leave there is always a line to go on in. */
const lineBelow = new Plugin({
  appendTransaction: (changes, _, state) => {
    if (!changes.some((change) => change.docChanged)) return null;
    const last = state.doc.lastChild?.type.name ?? '';

    return ['table', 'opaque', 'rule'].includes(last) ? state.tr.insert(state.doc.content.size, schema.node('paragraph')) : null;
  },
});

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{1,3})\s$/, schema.nodes.heading!, (match) => ({ level: match[1]?.length ?? 1 })),
    wrappingInputRule(/^[-+•–]\s$/, schema.nodes.bullet_list!, { marker: '-' }),
    wrappingInputRule(/^(\d{1,3})\.\s$/, schema.nodes.ordered_list!, (match) => ({ start: Number(match[1]), marker: '.' })),
    wrappingInputRule(new RegExp(`^([${LETTERS}])\\)\\s$`), schema.nodes.ordered_list!, (match) => ({ start: LETTERS.indexOf(match[1] ?? 'a') + 1, marker: 'a' })),
  ],
});

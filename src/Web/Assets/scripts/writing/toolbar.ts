import { setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { kindOf, toggleList, type ListKind } from './lists';
import { addNote, isInNote } from './notes';
import { schema } from './schema';
import { addTable, align, alignOf } from './tables';
import type { Words } from './words';

interface Tool {
  readonly name: string;
  /** Drawn in 20 by 20; empty where the style writes letters. */
  readonly sign: string;
  readonly run: Command;
  readonly isOn?: (state: EditorState) => boolean;
}

const hasMark = (name: string) => (state: EditorState) => {
  const type = schema.marks[name]!;
  const { from, $from, to, empty } = state.selection;

  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
};

const mark = (name: string): Tool => ({ name, sign: '', run: toggleMark(schema.marks[name]!), isOn: hasMark(name) });
const list = (kind: ListKind, sign: string): Tool => ({ name: kind, sign, run: toggleList(kind), isOn: (state) => kindOf(state) === kind });
const side = (to: 'left' | 'center' | 'right', sign: string): Tool => ({ name: `align-${to}`, sign, run: align(to), isOn: (state) => alignOf(state) === to });
const outsideTables = (command: Command): Command => (state, dispatch, view) => !isInTable(state) && !isInNote(state) && command(state, dispatch, view);

const path = (d: string) => `<path d="${d}"/>`;

const TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: 'undo', sign: path('M8 5 4 9l4 4M4.5 9H12a4 4 0 0 1 0 8h-2'), run: undo },
    { name: 'redo', sign: path('m12 5 4 4-4 4M15.5 9H8a4 4 0 0 0 0 8h2'), run: redo },
  ],
  [mark('strong'), mark('em'), mark('sup'), mark('sub')],
  [
    list('dashes', path('M8 5h9M8 10h9M8 15h9M3 5h2M3 10h2M3 15h2')),
    list('numbers', path('M9 5h8M9 10h8M9 15h8M3 3.6 4.5 3v5M2.7 12.9c.4-1.1 2.6-1 2.6.4 0 1.1-2.3 2-2.6 3.5h2.8')),
    list('letters', path('M9 5h8M9 10h8M9 15h8M5.2 3.8v3.8M5.2 5.7a1.5 1.7 0 1 1-3 0 1.5 1.7 0 1 1 3 0M2.4 11.5v5.6M2.4 15.2a1.5 1.7 0 1 0 3 0 1.5 1.7 0 1 0-3 0')),
    { name: 'outdent', sign: path('M9 5h8M9 10h8M9 15h8M6 7 3 10l3 3'), run: liftListItem(schema.nodes.list_item!) },
    { name: 'indent', sign: path('M9 5h8M9 10h8M9 15h8M3 7l3 3-3 3'), run: sinkListItem(schema.nodes.list_item!) },
  ],
  [
    { name: 'table', sign: path('M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.5 4v12'), run: addTable },
    { name: 'note', sign: path('M3 16.5h14M11 6.5v6.5M11 9.8a3 3 0 1 1-6 0 3 3 0 1 1 6 0M14 3.8 15.5 3v4.5'), run: addNote },
  ],
];

const TABLE_TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: 'row-above', sign: path('M3 10h14v6H3zM10 2v5M7.5 4.5h5'), run: addRowBefore },
    { name: 'row-below', sign: path('M3 4h14v6H3zM10 13v5M7.5 15.5h5'), run: addRowAfter },
    { name: 'row-delete', sign: path('M3 7h14v6H3zM7.5 8l5 4M12.5 8l-5 4'), run: deleteRow },
  ],
  [
    { name: 'column-before', sign: path('M10 3v14h6V3zM2 10h5M4.5 7.5v5'), run: addColumnBefore },
    { name: 'column-after', sign: path('M4 3v14h6V3zM13 10h5M15.5 7.5v5'), run: addColumnAfter },
    { name: 'column-delete', sign: path('M7 3h6v14H7zM8 8l4 4M12 8l-4 4'), run: deleteColumn },
  ],
  [side('left', path('M3 5h14M3 10h8M3 15h11')), side('center', path('M3 5h14M6 10h8M4.5 15h11')), side('right', path('M3 5h14M9 10h8M6 15h11'))],
  [{ name: 'table-delete', sign: path('M3 4h14v12H3zM6 7l8 6M14 7l-8 6'), run: deleteTable }],
];

/** The row of tools above the text, as in Word; a second one while the cursor is in a table. */
export class Toolbar {
  readonly element = document.createElement('div');

  private readonly shape: HTMLSelectElement | undefined;
  private readonly tableRow: HTMLElement;
  private readonly tools: { tool: Tool; button: HTMLButtonElement }[] = [];

  /** @param levels how many levels of headings may stand in this text. */
  constructor(private readonly view: EditorView, private readonly words: Words, levels: number, addPicture: () => void) {
    this.element.className = 'tools';

    const row = this.row(words.say('tools'));
    const [history, ...rest] = TOOLS;
    row.append(this.group(history ?? []));
    if (levels > 0) row.append((this.shape = this.shapes(levels)));
    row.append(...rest.map((group) => this.group(group)));
    const picture = this.button('picture', path('M3 4h14v12H3zM3 14l4-4 4 4 3-3 3 3M12.5 8h.01'));
    picture.addEventListener('click', addPicture);
    row.lastElementChild?.append(picture);

    this.tableRow = this.row(words.say('table-tools'));
    this.tableRow.append(...TABLE_TOOLS.map((group) => this.group(group)));
    this.tableRow.classList.add('tools-table');

    this.element.append(row, this.tableRow);
    this.update(view.state);
  }

  update(state: EditorState): void {
    for (const { tool, button } of this.tools) {
      button.toggleAttribute('data-off', !this.may(tool, state));
      button.setAttribute('aria-disabled', String(!this.may(tool, state)));
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(state)));
    }

    const inTable = isInTable(state);
    if (this.tableRow.hidden === inTable) this.tableRow.hidden = !inTable;

    if (this.shape) {
      const { parent } = state.selection.$from;
      this.shape.value = parent.type === schema.nodes.heading ? String(parent.attrs.level) : '0';
      this.shape.disabled = inTable || isInNote(state) || kindOf(state) !== undefined;
    }
  }

  private may(tool: Tool, state: EditorState): boolean {
    if (tool.name === 'undo') return undoDepth(state) > 0;
    if (tool.name === 'redo') return redoDepth(state) > 0;

    return tool.run(state);
  }

  private row(label: string): HTMLElement {
    const row = document.createElement('div');
    row.className = 'tools-row';
    row.setAttribute('role', 'toolbar');
    row.setAttribute('aria-label', label);
    row.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
      const all = [...row.querySelectorAll('button')];
      all[(all.indexOf(event.target) + step + all.length) % all.length]?.focus();
      event.preventDefault();
    });

    return row;
  }

  private group(tools: readonly Tool[]): HTMLElement {
    const group = document.createElement('div');
    group.className = 'tools-group';
    for (const tool of tools) {
      const button = this.button(tool.name, tool.sign);
      button.addEventListener('click', () => {
        tool.run(this.view.state, this.view.dispatch, this.view);
        this.view.focus();
      });
      this.tools.push({ tool, button });
      group.append(button);
    }

    return group;
  }

  private button(name: string, sign: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `tool tool-${name}`;
    button.title = this.words.say(name);
    button.setAttribute('aria-label', this.words.say(name));
    // The text keeps its selection.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    if (sign) button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true">${sign}</svg>`;

    return button;
  }

  private shapes(levels: number): HTMLSelectElement {
    const select = document.createElement('select');
    select.className = 'form-select form-select-sm tool-shape';
    select.setAttribute('aria-label', this.words.say('shape'));
    for (let level = 0; level <= levels; level++)
      select.append(new Option(level === 0 ? this.words.say('paragraph') : this.words.say('heading', level), String(level)));
    select.addEventListener('change', () => {
      const level = Number(select.value);
      outsideTables(level === 0 ? setBlockType(schema.nodes.paragraph!) : setBlockType(schema.nodes.heading!, { level }))(this.view.state, this.view.dispatch, this.view);
      this.view.focus();
    });

    return select;
  }
}

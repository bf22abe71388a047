import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import type { Token } from 'markdown-it';

/** The law's letters, in its order (Decree 30/2020/NĐ-CP): there is no f, j, w or z. */
export const LETTERS = 'abcdđeghiklmnopqrstuvxy';

const LETTERED = new RegExp(`^([ >]*(?:[-*+] +|\\d+[.)] +)*)([${LETTERS}])(?=\\)[ \\t])`);
const BREAK = /^<br\s*\/?>/i;
const GRID = /^ {0,3}\+(?:[-=:]+\+)+\s*$/;

/** As the server reads it (Documents/Markdown/Dialect.cs): what differs there must differ here. */
function build(): MarkdownIt {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(sub).use(sup);
  withPlacedNotes(md);

  // A text pasted with spaces before its lines is no program, a line of dashes below a sentence no heading.
  // Definitions of footnotes stay where they were written. The names of addresses are no part of the dialect.
  md.disable(['code', 'lheading', 'reference', 'footnote_inline', 'footnote_tail', 'strikethrough']);

  md.block.ruler.before('table', 'grid_table', (state, start, end, silent) => {
    if (!GRID.test(state.src.slice(state.bMarks[start], state.eMarks[start]))) return false;
    if (silent) return true;

    let line = start + 1;
    while (line < end && !state.isEmpty(line)) line++;
    const token = state.push('grid_table', '', 0);
    token.map = [start, line];
    state.line = line;

    return true;
  }, { alt: ['paragraph'] });

  md.inline.ruler.before('text', 'line_break', (state, silent) => {
    const found = BREAK.exec(state.src.slice(state.pos));
    if (!found) return false;
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos += found[0].length;

    return true;
  });

  return md;
}

/** The plugin for footnotes does not say on which lines a note was written. */
function withPlacedNotes(md: MarkdownIt): void {
  const rules = new Set(md.block.ruler.getRules(''));
  md.use(footnote);
  const define = md.block.ruler.getRules('').find((rule) => !rules.has(rule));
  if (!define) throw new Error('The plugin for footnotes defines none.');

  md.block.ruler.at('footnote_def', (state, start, end, silent) => {
    const place = state.tokens.length;
    const isNote = define(state, start, end, silent);
    const token = state.tokens[place];
    if (isNote && !silent && token) token.map = [start, state.line];

    return isNote;
  }, { alt: ['paragraph', 'reference'] });
}

const md = build();

/** A block that stands at the top of a text: its tokens, and the lines that it was written in. */
export interface TopBlock {
  readonly tokens: Token[];
  readonly source: string;
  /** What stands between it and the next one, line ends and all. */
  readonly after: string;
  /** The letter that each list item opens with; empty where it is a number or a dash. */
  readonly lettered: boolean;
  /** Whether the editor has no words for it. */
  readonly isOpaque: boolean;
}

const WRITTEN = new Set(['paragraph_open', 'paragraph_close', 'inline', 'bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close', 'list_item_open', 'list_item_close']);
const INLINE = new Set(['text', 'text_special', 'softbreak', 'hardbreak', 'strong_open', 'strong_close', 'em_open', 'em_close', 'sub_open', 'sub_close', 'sup_open', 'sup_close', 'link_open', 'link_close', 'image', 'code_inline', 'footnote_ref']);

/** @returns what stands before the first block, and the blocks. */
export function blocksOf(text: string): { before: string; blocks: TopBlock[] } {
  const lines = text.split('\n');

  // To the parser a letter is a digit: "a)" opens a list even in the middle of a paragraph, as "1)" does, and the others only go on with one.
  const letters = new Map<number, string>();
  const read = lines.map((line, number) => {
    const found = LETTERED.exec(line);
    if (!found) return line;
    const [, before = '', letter = ''] = found;
    letters.set(number, letter);

    return before + Math.min(LETTERS.indexOf(letter) + 1, 9) + line.slice(before.length + 1);
  });

  const tokens = md.parse(read.join('\n'), {});
  const groups: Token[][] = [];
  for (let at = 0, depth = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (depth === 0) groups.push([]);
    groups.at(-1)?.push(token);
    depth += token.nesting;
  }

  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
  const starts = groups.map((group) => offsets[group[0]?.map?.[0] ?? 0] ?? 0);
  const blocks = groups.map((group, place) => {
    const [from, to] = group[0]?.map ?? [0, 0];
    let last = to;
    while (last > from + 1 && (lines[last - 1] ?? '').trim() === '') last--;
    const end = (offsets[last - 1] ?? 0) + (lines[last - 1] ?? '').length;
    const source = text.slice(starts[place], end);

    return { tokens: group, source, after: text.slice(end, starts[place + 1] ?? text.length), ...mended(group, letters, lines) };
  });

  return { before: text.slice(0, starts[0] ?? text.length), blocks };
}

/** Gives letters back to what the parser took for digits, and tells whether the editor can hold the block. */
function mended(group: Token[], letters: Map<number, string>, lines: string[]): { lettered: boolean; isOpaque: boolean } {
  const [first] = group;
  const kind = first?.type ?? '';
  let lettered = false;
  let isOpaque = !['paragraph_open', 'heading_open', 'bullet_list_open', 'ordered_list_open', 'table_open', 'footnote_reference_open', 'hr'].includes(kind);

  const inList = kind.endsWith('_list_open') || kind === 'footnote_reference_open';
  const lists: { list: Token; kinds: Set<boolean> }[] = [];
  for (const token of group) {
    if (inList && token !== first && token !== group.at(-1) && !WRITTEN.has(token.type) && token.type !== 'footnote_anchor') isOpaque = true;
    if (kind === 'footnote_reference_open' && token.type.includes('list')) isOpaque = true;
    if (token.type === 'ordered_list_open') lists.push({ list: token, kinds: new Set() });
    if (token.type === 'ordered_list_close') {
      const closed = lists.pop();
      if (closed && closed.kinds.size > 1) isOpaque = true;
      if (closed?.kinds.has(true)) closed.list.meta = { lettered: (lettered = true) };
    }
    if (token.type === 'list_item_open' && token.markup === ')') {
      const letter = letters.get(token.map?.[0] ?? -1);
      lists.at(-1)?.kinds.add(letter !== undefined);
      if (letter !== undefined) token.info = String(LETTERS.indexOf(letter) + 1);
    }
    for (const child of token.children ?? []) {
      if (!INLINE.has(child.type)) isOpaque = true;
      if (child.type === 'image' && !/^image:[0-9a-f]{64}$/.test(child.attrGet('src') ?? '')) isOpaque = true;
    }
  }

  // A letter inside a line that was wrapped, which the parser read as a digit.
  for (const token of group) {
    if (token.type !== 'inline' || !token.map) continue;
    for (let line = token.map[0] + 1; line < token.map[1]; line++) if (letters.has(line)) isOpaque = true;
    if (letters.has(token.map[0]) && /^\d\)/.test(token.content)) isOpaque = true;
  }

  // A list that does not begin with its first letter and counts on is not what the counting of the editor would write.
  if (lettered && isOpaque === false) isOpaque = !countsOn(group);

  return { lettered, isOpaque: isOpaque || (kind === 'table_open' && !isEven(group, lines)) };
}

function countsOn(group: Token[]): boolean {
  const counts: { list: Token; next: number }[] = [];
  for (const token of group) {
    if (token.type === 'ordered_list_open') counts.push({ list: token, next: 0 });
    if (token.type === 'ordered_list_close') counts.pop();
    const count = counts.at(-1);
    if (token.type !== 'list_item_open' || !count?.list.meta?.lettered || token.markup !== ')') continue;
    const number = Number(token.info);
    if (count.next === 0) count.list.attrSet('start', String(number));
    else if (number !== count.next) return false;
    count.next = number + 1;
  }

  return true;
}

/** A row with another number of cells than the head is a fault that its writer has to see. */
function isEven(group: Token[], lines: string[]): boolean {
  const [from, to] = group[0]?.map ?? [0, 0];
  const cells = (line: string) => line.trim().replace(/^\||\|$/g, '').replace(/\\\|/g, '').split('|').length;
  const head = cells(lines[from] ?? '');
  for (let line = from; line < to; line++) if ((lines[line] ?? '').trim() !== '' && cells(lines[line] ?? '') !== head) return false;

  return true;
}

import { MarkdownParser, MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown';
import type { Mark, Node } from 'prosemirror-model';
import type { Token } from 'markdown-it';
import { LETTERS, blocksOf, type TopBlock } from './dialect';
import { isList, schema } from './schema';

/** A text as it was opened: what nobody touches goes back letter by letter as it came. */
export class Source {
  readonly doc: Node;

  private readonly before: string;
  private readonly blocks: readonly TopBlock[];
  private readonly places = new Map<Node, number>();
  private readonly alike = new Map<string, number>();

  constructor(private readonly text: string) {
    ({ before: this.before, blocks: this.blocks } = blocksOf(text));
    const tokens = this.blocks.flatMap((block) => (block.isOpaque ? [opaque(block.source)] : block.tokens));
    this.doc = this.blocks.length === 0 ? schema.node('doc', null, [schema.node('paragraph')]) : reader(tokens);
    this.doc.forEach((node, _, place) => {
      this.places.set(node, place);
      const key = JSON.stringify(node);
      if (!this.alike.has(key)) this.alike.set(key, place);
    });
  }

  write(doc: Node): string {
    if (doc === this.doc || doc.eq(this.doc)) return this.text;

    const parts: { text: string; place: number | undefined; node: Node }[] = [];
    const used = new Set<number>();
    doc.forEach((node) => {
      // The same node; or one that was changed and changed back.
      const place = this.places.get(node) ?? this.alike.get(JSON.stringify(node));
      const block = place === undefined ? undefined : this.blocks[place];
      if (place !== undefined) used.add(place);
      const text = block?.source ?? written(node, parts.at(-1));
      if (text !== '' || block) parts.push({ text, place: block ? place : undefined, node });
    });
    if (parts.length === 0) return '';

    let whole = used.has(0) || parts[0]?.place === undefined ? this.before : '';
    parts.forEach((part, at) => {
      const next = parts[at + 1];
      whole += part.text;
      if (next) whole += part.place !== undefined && next.place === part.place + 1 ? (this.blocks[part.place]?.after ?? '\n\n') : '\n\n';
    });

    return whole + (this.blocks.at(-1)?.after ?? '');
  }
}

function opaque(source: string): Token {
  return { type: 'opaque', content: source } as Token;
}

const parser = new MarkdownParser(schema, { parse: (tokens: unknown) => tokens } as never, {
  paragraph: { block: 'paragraph' },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  bullet_list: { block: 'bullet_list', getAttrs: (token, tokens, at) => ({ marker: token.markup, tight: isTight(tokens, at) }) },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token, tokens, at) => ({ start: Number(token.attrGet('start') ?? 1), marker: token.meta?.lettered ? 'a' : token.markup, tight: isTight(tokens, at) }),
  },
  list_item: { block: 'list_item' },
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header', getAttrs: (token) => ({ align: alignOf(token) }) },
  td: { block: 'table_cell', getAttrs: (token) => ({ align: alignOf(token) }) },
  footnote_reference: { block: 'note', getAttrs: (token) => ({ label: token.meta.label }) },
  hr: { node: 'rule' },
  opaque: { node: 'opaque', getAttrs: (token) => ({ source: token.content }) },
  image: { node: 'picture', getAttrs: (token) => ({ sha256: (token.attrGet('src') ?? '').slice('image:'.length), description: token.content }) },
  hardbreak: { node: 'hard_break' },
  footnote_ref: { node: 'note_mark', getAttrs: (token) => ({ label: token.meta.label }) },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  sub: { mark: 'sub' },
  sup: { mark: 'sup' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') }) },
  code_inline: { mark: 'code', noCloseToken: true },
});

function reader(tokens: Token[]): Node {
  return parser.parse(tokens as unknown as string);
}

function alignOf(token: Token): string | null {
  return /text-align:(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1] ?? null;
}

function isTight(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next] as Token;
    if (token.type === 'paragraph_open') return token.hidden;
  }

  return true;
}

function written(node: Node, above: { text: string; node: Node } | undefined): string {
  return serializer.serialize(schema.node('doc', null, [unlike(node, above)]));
}

/** Two lists with the same mark below one another would be read as one. */
function unlike(node: Node, above: { text: string; node: Node } | undefined): Node {
  if (!above || above.node.type !== node.type || !isList(node)) return node;
  const last = node.type === schema.nodes.bullet_list ? above.text.trimStart()[0] : /^\s*\d+([.)])/.exec(above.text)?.[1];
  const marker = [node.attrs.marker, ...(node.type === schema.nodes.bullet_list ? ['-', '*'] : ['.', ')'])].find((one) => one !== last);

  return node.type.create({ ...node.attrs, marker }, node.content);
}

const serializer = new MarkdownSerializer(
  {
    text: (state, node, parent, at) => state.text(escaped(node.text ?? '', opensLine(parent, at)), false),
    paragraph: (state, node) => {
      state.renderInline(mended(node));
      state.closeBlock(node);
    },
    heading: (state, node) => {
      state.write(`${'#'.repeat(node.attrs.level)} `);
      state.renderInline(mended(node), false);
      state.closeBlock(node);
    },
    bullet_list: (state, node) => state.renderList(node, '  ', () => `${node.attrs.marker} `),
    ordered_list: (state, node) => {
      const label = (at: number) =>
        node.attrs.marker === 'a' ? `${LETTERS[node.attrs.start - 1 + at] ?? LETTERS.at(-1)}) ` : `${node.attrs.start + at}${node.attrs.marker} `;
      state.renderList(node, ' '.repeat(label(0).length), label);
    },
    list_item: (state, node) => state.renderContent(node),
    note: (state, node) => {
      state.write(`[^${node.attrs.label}]: `);
      node.forEach((child, _, at) => {
        if (at === 0) state.render(child, node, at);
        else state.wrapBlock('    ', null, child, () => state.render(child, node, at));
      });
      state.closeBlock(node);
    },
    table: writeTable,
    rule: (state, node) => {
      state.write('---');
      state.closeBlock(node);
    },
    opaque: (state, node) => {
      state.text(node.attrs.source, false);
      state.closeBlock(node);
    },
    note_mark: (state, node) => state.write(`[^${node.attrs.label}]`),
    picture: (state, node) => state.write(`![${escaped(node.attrs.description, false)}](image:${node.attrs.sha256})`),
    hard_break: (state, _, parent, at) => {
      for (let next = at + 1; next < parent.childCount; next++)
        if (parent.child(next).type.name !== 'hard_break') {
          state.write(parent.type === schema.nodes.paragraph ? '\\\n' : inCell(parent) ? '<br>' : ' ');
          return;
        }
    },
  },
  {
    em: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
    strong: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
    sup: { open: '^', close: '^', expelEnclosingWhitespace: true },
    sub: { open: '~', close: '~', expelEnclosingWhitespace: true },
    link: { open: '[', close: (_, mark: Mark) => `](${String(mark.attrs.href).replace(/[()"\\]/g, '\\$&')})`, mixable: true },
    code: { open: '`', close: '`', escape: false },
  },
);

function writeTable(state: MarkdownSerializerState, table: Node): void {
  const rows: string[][] = [];
  table.forEach((row) => {
    const cells: string[] = [];
    // What breaks a line in a cell goes with a tag, and a bar would open the next cell.
    row.forEach((cell) => cells.push(cellText(cell)));
    rows.push(cells);
  });

  const columns = Math.max(...rows.map((row) => row.length));
  const first = table.firstChild;
  const aligns = Array.from({ length: columns }, (_, column) => {
    const below = table.childCount > 1 ? table.child(1) : first;
    const align = (below && column < below.childCount ? below.child(column).attrs.align : null) as string | null;

    return align === 'left' ? ':---' : align === 'center' ? ':---:' : align === 'right' ? '---:' : '---';
  });
  const line = (cells: string[]) => `| ${Array.from({ length: columns }, (_, column) => cells[column] ?? '').join(' | ')} |`;

  state.write(line(rows[0] ?? []));
  for (const text of [line(aligns), ...rows.slice(1).map(line)]) {
    state.ensureNewLine();
    state.write(text);
  }
  state.closeBlock(table);
}

function cellText(cell: Node): string {
  const lines: Node[][] = [[]];
  cell.forEach((child) => (child.type === schema.nodes.hard_break ? lines.push([]) : lines.at(-1)?.push(child)));

  return lines.map((line) => barred(inOneLine(line))).join('<br>').replace(/(<br>)+$/, '');
}

/** As a heading writes it, without its sign. */
function inOneLine(content: Node[]): string {
  if (content.length === 0) return '';

  return serializer.serialize(schema.node('doc', null, [schema.node('heading', { level: 1 }, content)])).slice('# '.length);
}

const barred = (text: string): string => text.replace(/\\?\|/g, '\\|').trim();

const inCell = (parent: Node): boolean => parent.type === schema.nodes.table_cell || parent.type === schema.nodes.table_header;

const opensLine = (parent: Node, at: number): boolean =>
  parent.type === schema.nodes.paragraph && (at === 0 || parent.child(at - 1).type === schema.nodes.hard_break);

/** What Markdown would take for a mark of its own, where it only is a sign that somebody typed. */
function escaped(text: string, opensALine: boolean): string {
  let safe = text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[`*\\~^[\]]/g, '\\$&')
    .replace(/_/g, (sign, at: number) => (/\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + 1] ?? '') ? sign : `\\${sign}`))
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');

  if (opensALine) {
    safe = safe
      .replace(/^\s+/, '')
      .replace(/^(#{1,6}|[-+>])(?=\s|$)/, '\\$&')
      .replace(/^(\+[-=:]|-{3}|={3}|:{3}|>|\|)/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      .replace(new RegExp(`^([${LETTERS}])\\)(?=\\s|$)`), '$1\\)');
  }

  return safe;
}

/**
 * Bold that ends in a mark with a letter right behind it, as in "**Thu:**đạt", is not bold to Markdown:
 * the mark goes without it.
 */
function mended(node: Node): Node {
  const children: Node[] = [];
  node.forEach((child) => children.push(child));

  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Node;
    if (!child.isText) continue;
    for (const mark of child.marks.filter((one) => one.type === schema.marks.strong || one.type === schema.marks.em)) {
      const next = children[at + 1];
      const text = (children[at] as Node).text ?? '';
      const tail = /[\p{P}\p{S}]+$/u.exec(text)?.[0];
      if (tail && tail.length < text.length && next?.isText && !mark.isInSet(next.marks) && /^[\p{L}\p{N}]/u.test(next.text ?? ''))
        children.splice(at, 1, schema.text(text.slice(0, -tail.length), child.marks), schema.text(tail, mark.removeFromSet(child.marks)));
    }
    for (const mark of (children[at] as Node).marks.filter((one) => one.type === schema.marks.strong || one.type === schema.marks.em)) {
      const previous = children[at - 1];
      const text = (children[at] as Node).text ?? '';
      const head = /^[\p{P}\p{S}]+/u.exec(text)?.[0];
      if (head && head.length < text.length && previous?.isText && !mark.isInSet(previous.marks) && /[\p{L}\p{N}]$/u.test(previous.text ?? ''))
        children.splice(at, 1, schema.text(head, mark.removeFromSet(child.marks)), schema.text(text.slice(head.length), child.marks));
    }
  }

  return node.type.create(node.attrs, children);
}

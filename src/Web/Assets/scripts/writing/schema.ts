import { Schema, type Node, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/** What a section's text is made of. Whatever else the Markdown holds is an `opaque` block, shown as it prints and edited as it was typed. */
const nodes: Record<string, NodeSpec> = {
  doc: { content: 'top+' },
  paragraph: { group: 'top inner', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'top',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    // Below the page's own heading.
    toDOM: (node) => [`h${Math.min(Number(node.attrs.level) + 1, 6)}`, 0],
  },
  bullet_list: {
    group: 'top inner',
    content: 'list_item+',
    attrs: { marker: { default: '-' }, tight: { default: true } },
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    group: 'top inner',
    content: 'list_item+',
    attrs: { start: { default: 1 }, marker: { default: '.' }, tight: { default: true } },
    parseDOM: [
      { tag: 'ol[data-letters]', attrs: { marker: 'a' } },
      { tag: 'ol', getAttrs: (dom) => ({ start: (dom as HTMLOListElement).start || 1, marker: (dom as HTMLElement).getAttribute('type') === 'a' ? 'a' : '.' }) },
    ],
    toDOM: (node) => {
      const attrs: Record<string, string> = {};
      if (node.attrs.start !== 1) attrs.start = String(node.attrs.start);
      if (node.attrs.marker === 'a') attrs['data-letters'] = '';

      return ['ol', attrs, 0];
    },
  },
  list_item: { content: 'paragraph inner*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  ...tableNodes({
    tableGroup: 'top',
    cellContent: 'inline*',
    cellAttributes: {
      align: {
        default: null,
        getFromDOM: (dom) => (['left', 'center', 'right'].includes(dom.getAttribute('data-align') ?? '') ? dom.getAttribute('data-align') : null),
        setDOMAttr: (value, attrs) => {
          if (value) attrs['data-align'] = value;
        },
      },
    },
  }),
  note: {
    group: 'top',
    content: 'paragraph+',
    defining: true,
    isolating: true,
    attrs: { label: {} },
    parseDOM: [{ tag: 'div[data-note]', getAttrs: (dom) => ({ label: (dom as HTMLElement).dataset.note }) }],
    toDOM: (node) => ['div', { class: 'note-text', 'data-note': node.attrs.label }, 0],
  },
  rule: { group: 'top', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  opaque: { group: 'top', atom: true, draggable: false, attrs: { source: {} }, toDOM: (node) => ['pre', { 'data-opaque': '' }, node.attrs.source] },
  text: { group: 'inline' },
  note_mark: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { label: {} },
    // Before the mark of raised text.
    parseDOM: [{ tag: 'sup[data-mark]', priority: 60, getAttrs: (dom) => ({ label: (dom as HTMLElement).dataset.mark }) }],
    toDOM: (node) => ['sup', { class: 'note-mark', 'data-mark': node.attrs.label }],
  },
  picture: {
    group: 'inline',
    inline: true,
    attrs: { sha256: {}, description: { default: '' } },
    parseDOM: [{ tag: 'img[data-picture]', getAttrs: (dom) => ({ sha256: (dom as HTMLElement).dataset.picture, description: (dom as HTMLImageElement).alt }) }],
    toDOM: (node) => ['img', { src: `/api/images/${node.attrs.sha256}`, alt: node.attrs.description, 'data-picture': node.attrs.sha256 }],
  },
  hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
};

export const schema = new Schema({
  nodes,
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href^="http"], a[href^="mailto:"]', getAttrs: (dom) => ({ href: (dom as HTMLElement).getAttribute('href') }) }],
      // Not an address to leave by while writing.
      toDOM: (mark) => ['span', { class: 'link', title: mark.attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    sup: { excludes: 'sub', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
    sub: { excludes: 'sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});

export const isList = (node: Node): boolean => node.type === schema.nodes.bullet_list || node.type === schema.nodes.ordered_list;

/** The words that somebody selected, with what stands around them: a TextQuoteSelector. */
export interface Quoted {
  exact: string;
  prefix: string;
  suffix: string;
}

/** As much as the server keeps of what stands around. */
const around = 48;

const withinLine = new Set(['STRONG', 'EM', 'SUP', 'SUB', 'A', 'SPAN', 'IMG', 'MARK']);

/** Reads a shown text as the server does: with numerals, without the marks of footnotes and threads, a blank between blocks. */
export function quoteOf(text: Element, range: Range): Quoted | null {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches('.notes, .quoted-link, sup:has(> a)') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let read = '';
  let start = -1;
  let end = -1;

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        if (from < to && start < 0) start = read.length + from;
        if (from < to) end = read.length + to;
      }
      read += node.data;
    } else if (!withinLine.has(node.nodeName)) read += ' ';
  }

  const exact = start < 0 ? '' : read.slice(start, end).replace(/\s+/g, ' ').trim();

  return exact === '' ? null : { exact, prefix: read.slice(Math.max(0, start - around), start), suffix: read.slice(end, end + around) };
}

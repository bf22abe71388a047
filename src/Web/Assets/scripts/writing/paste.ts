/**
 * What Word and other programs put on the clipboard, as the text that was meant: lists of Word are paragraphs with a hint, looks are noise.
 * Styles are read as words: the page's policy lets none take effect.
 */
export function cleaned(html: string): string {
  // Under another name, so that the browser does not complain about each style that the policy forbids.
  const calm = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=(?=["'])/gi, ' data-style='));
  const page = new DOMParser().parseFromString(calm, 'text/html');
  const { body } = page;

  for (const one of body.querySelectorAll('style, script, meta, link, title, xml, o\\:p, w\\:sdtpr')) one.remove();
  removeComments(body);
  for (const one of [...body.querySelectorAll<HTMLElement>('a[name]:not([href]), font, div[class*="WordSection"]')]) one.replaceWith(...one.childNodes);
  notes(body);
  headings(body);
  lists(body);
  tables(body);

  for (const one of [...body.querySelectorAll<HTMLElement>('*')]) {
    const style = one.getAttribute('data-style') ?? '';
    for (const name of one.getAttributeNames()) if (!KEPT.includes(name)) one.removeAttribute(name);
    if (one.tagName === 'B' && /(?<![-\w])font-weight:\s*normal/.test(style)) one.replaceWith(...one.childNodes);
    if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/.test(style)) wrap(one, 'strong');
    if (/(?<![-\w])font-style:\s*italic/.test(style)) wrap(one, 'em');
    if (/(?<![-\w])vertical-align:\s*super/.test(style)) wrap(one, 'sup');
    if (/(?<![-\w])vertical-align:\s*sub\b/.test(style)) wrap(one, 'sub');
  }
  // In a heading and in the head of a table everything is bold anyway.
  for (const bold of body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, th) :is(b, strong)')) bold.replaceWith(...bold.childNodes);
  // Pictures come as files of their own; what Word refers to lies on the writer's disk.
  for (const picture of body.querySelectorAll('img:not([data-picture])')) picture.remove();
  for (const empty of body.querySelectorAll('p')) if (!empty.textContent?.replace(/\u00a0/g, ' ').trim() && !empty.querySelector('img')) empty.remove();

  return body.innerHTML.replace(/\u00a0|&nbsp;/g, ' ');
}

/** The sign of a list's item, which Word writes out before it. */
const LABEL = ':is([data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"])';

const KEPT = ['href', 'start', 'data-letters', 'data-align', 'data-note', 'data-mark', 'data-picture', 'src', 'alt'];

function wrap(element: HTMLElement, tag: string): void {
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

function removeComments(body: HTMLElement): void {
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as ChildNode);
  for (const comment of found) comment.remove();
}

function headings(body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p[data-style*="mso-outline-level"], p.MsoTitle')]) {
    const level = /mso-outline-level:\s*(\d)/.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? '1';
    const heading = document.createElement(`h${Math.min(Number(level), 6)}`);
    heading.append(...paragraph.childNodes);
    paragraph.replaceWith(heading);
  }
  // Their numbers are counted here as everywhere.
  for (const label of body.querySelectorAll(`:is(h1, h2, h3, h4, h5, h6) ${LABEL}`)) label.remove();
}

/** Paragraphs with "mso-list: l0 level2 lfo1" are the items of a list, their labels written out before them. */
function lists(body: HTMLElement): void {
  let open: { element: HTMLElement; level: number; list: string }[] = [];
  let last: Element | undefined;

  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p')]) {
    const [, list, depth] = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(paragraph.getAttribute('data-style') ?? '') ?? [];
    if (list === undefined) continue;
    const level = Number(depth);
    if (last !== paragraph.previousElementSibling) open = [];

    const label = [...paragraph.querySelectorAll(LABEL)];
    const sign = (label[0]?.textContent ?? '').replace(/\u00a0/g, ' ').trim();
    for (const one of label) one.remove();

    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list !== list) open.pop();
    if (open.at(-1)?.level !== level) {
      const element = document.createElement(/^(\d+|[a-zđ]|[ivx]+)[.)]/i.test(sign) ? 'ol' : 'ul');
      if (/^[a-zđ]\)/.test(sign)) element.setAttribute('data-letters', '');
      const number = /^\d+/.exec(sign)?.[0];
      if (number && number !== '1') element.setAttribute('start', number);
      const parent = open.at(-1)?.element.lastElementChild;
      if (parent) parent.append(element);
      else paragraph.before(element);
      open.push({ element, level, list });
    }

    const item = document.createElement('li');
    const inner = document.createElement('p');
    inner.append(...paragraph.childNodes);
    item.append(inner);
    open.at(-1)?.element.append(item);
    last = open[0]?.element;
    paragraph.remove();
  }
}

/** Every row as many cells as the widest: a merged cell's words stand in its first. */
function tables(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.rows];
    const taken: boolean[][] = rows.map(() => []);
    const cells: (HTMLTableCellElement | undefined)[][] = rows.map(() => []);
    rows.forEach((row, at) => {
      let column = 0;
      for (const cell of [...row.cells]) {
        while (taken[at]?.[column]) column++;
        for (let down = 0; down < cell.rowSpan; down++) for (let over = 0; over < cell.colSpan; over++) if (taken[at + down]) taken[at + down]![column + over] = true;
        cells[at]![column] = cell;
        column += cell.colSpan;
      }
    });

    const width = Math.max(...taken.map((row) => row.length));
    const clean = document.createElement('table');
    rows.forEach((_, at) => {
      const line = clean.insertRow();
      for (let column = 0; column < width; column++) {
        const cell = document.createElement(at === 0 ? 'th' : 'td');
        const from = cells[at]?.[column];
        if (from) {
          const side = sideOf(from.querySelector<HTMLElement>('p, div')) || sideOf(from);
          if (at > 0 && (side === 'center' || side === 'right')) cell.setAttribute('data-align', side);
          [...from.querySelectorAll('p, div, li')].forEach((one) => one.after(document.createElement('br')));
          cell.innerHTML = from.innerHTML.replace(/<\/?(p|div|ul|ol|li|table|tbody|tr|td|h\d)(\s[^>]*)?>/gi, '').replace(/(\s|<br>)+$/i, '');
        }
        line.append(cell);
      }
    });
    table.replaceWith(clean);
  }
}

function sideOf(element: HTMLElement | null): string | undefined {
  return element?.getAttribute('align') ?? /(?<![-\w])text-align:\s*(center|right)/.exec(element?.getAttribute('data-style') ?? '')?.[1];
}

/** Word writes a footnote as a link to its text, which stands at the end. */
function notes(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll('[data-style*="mso-element:footnote-list"]')]) for (const line of list.querySelectorAll(':scope > br, :scope > hr')) line.remove();
  for (const mark of [...body.querySelectorAll<HTMLAnchorElement>('a[href*="#_ftn"]')]) {
    const label = /#_ftn(ref)?(\d+)/.exec(mark.getAttribute('href') ?? '');
    if (!label) continue;
    if (label[1]) {
      const paragraph = mark.closest('p');
      const note = document.createElement('div');
      note.dataset.note = `word-${label[2]}`;
      mark.remove();
      if (!paragraph) continue;
      const text = document.createElement('p');
      text.append(...paragraph.childNodes);
      note.append(text);
      body.append(note);
      paragraph.remove();
    } else {
      const sign = document.createElement('sup');
      sign.dataset.mark = `word-${label[2]}`;
      mark.replaceWith(sign);
    }
  }
}

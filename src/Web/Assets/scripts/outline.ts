// An outline or a route is changed by buttons that send the whole form. With script the answer replaces only the list: the page stays where it is,
// rows can be dragged, Alt with an arrow key moves the one that is being written in, and Enter adds one below it.
const form = document.querySelector<HTMLFormElement>('[data-outline-form]');

function list(of: ParentNode): HTMLElement | null {
  return of.querySelector('#outline');
}

function openRows(): string[] {
  return [...document.querySelectorAll<HTMLElement>('#outline [data-section]:has(details[open])')].map((row) => row.dataset.section ?? '');
}

/** The list as it is after the act; null where the server would not. */
async function listAfter(editor: HTMLFormElement, door: string, act: string): Promise<HTMLElement | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(editor)) body.append(name, String(value));
  body.set('do', act);

  const answer = await fetch(door, { method: 'POST', body, headers: { accept: 'text/html' } });

  return answer.ok ? list(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
}

async function change(editor: HTMLFormElement, door: string, act: string, focus: string | null): Promise<void> {
  const now = await listAfter(editor, door, act);
  const old = list(document);
  if (!old || !now) {
    location.reload();
    return;
  }

  const open = openRows();
  old.replaceWith(now);
  for (const row of open) now.querySelector(`[data-section="${row}"] > details`)?.setAttribute('open', '');

  const wanted = (focus && document.getElementById(focus)) || now.querySelector<HTMLElement>('[autofocus]');
  wanted?.focus();
  touched();
}

let drawn = 0;

/** What the rows say of themselves, after something was chosen in one of them; their fields are left alone, since somebody may go on choosing. */
async function redraw(editor: HTMLFormElement): Promise<void> {
  const mine = ++drawn;
  const now = await listAfter(editor, doorOf(editor), 'draw:');
  if (!now || mine !== drawn) return;

  for (const row of document.querySelectorAll<HTMLElement>('#outline [data-section]'))
    for (const part of ['.numeral', 'summary']) {
      const words = now.querySelector(`[data-section="${row.dataset.section}"] ${part}`);
      if (words) row.querySelector(part)?.replaceChildren(...words.childNodes);
    }
}

function touched(): void {
  document.querySelector('[data-unsaved]')?.removeAttribute('hidden');
}

function doorOf(editor: HTMLFormElement): string {
  return editor.querySelector<HTMLButtonElement>('button[name=do]')?.formAction ?? '';
}

function dragging(editor: HTMLFormElement): void {
  let held: string | null = null;
  const clear = (): void => document.querySelectorAll('.drop-before, .drop-after').forEach((row) => row.classList.remove('drop-before', 'drop-after'));
  const rowOf = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('#outline [data-section]') : null);

  // Only the numeral is held, so that words can still be selected in the heading.
  editor.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest('.numeral') : null;
    rowOf(grip)?.setAttribute('draggable', 'true');
  });
  editor.addEventListener('dragstart', (event) => {
    held = rowOf(event.target)?.dataset.section ?? null;
    event.dataTransfer?.setData('text/plain', '');
  });
  editor.addEventListener('dragover', (event) => {
    const row = rowOf(event.target);
    if (!held || !row) return;

    event.preventDefault();
    clear();
    const { top, height } = row.getBoundingClientRect();
    row.classList.add(event.clientY < top + height / 2 ? 'drop-before' : 'drop-after');
  });
  editor.addEventListener('drop', (event) => {
    const row = rowOf(event.target);
    if (!held || !row) return;

    event.preventDefault();
    const before = row.classList.contains('drop-before') ? row : row.nextElementSibling;
    const to = before instanceof HTMLElement ? before.dataset.section ?? '' : '';
    if (held !== to && held !== row.dataset.section) void change(editor, doorOf(editor), `place:${held}:${to}`, `heading-${held}`);
  });
  editor.addEventListener('dragend', () => {
    held = null;
    clear();
    document.querySelectorAll('[draggable]').forEach((row) => row.removeAttribute('draggable'));
  });
}

if (form) {
  const editor = form;
  let sent = false;
  let isTouched = !document.querySelector('[data-unsaved]')?.hasAttribute('hidden');

  editor.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=do]') : null;
    if (!button) return;

    event.preventDefault();
    isTouched = true;
    void change(editor, button.formAction, button.value, null);
  });
  editor.addEventListener('keydown', (event) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-section]') : null;
    const isNext = event.key === 'Enter' && !event.isComposing && event.target instanceof Element && event.target.matches('.outline-line input');
    const act = isNext ? 'add' : event.altKey ? { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }[event.key] : undefined;
    const button = act && row?.querySelector<HTMLButtonElement>(`button[value^="${act}:"]`);
    if (!button || !(event.target instanceof HTMLElement)) return;

    event.preventDefault();
    isTouched = true;
    void change(editor, button.formAction, button.value, isNext ? null : event.target.id);
  });
  editor.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.matches('#outline select, #outline [type=checkbox]')) void redraw(editor).catch(() => undefined);
  });
  editor.addEventListener('input', () => {
    isTouched = true;
    touched();
  });
  editor.addEventListener('submit', () => {
    sent = true;
  });
  window.addEventListener('beforeunload', (event) => {
    if (isTouched && !sent) event.preventDefault();
  });
  dragging(editor);
}

export {};

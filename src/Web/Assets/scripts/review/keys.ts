/** Kept in this browser: whoever speaks to their computer or presses keys by accident can switch the keys off (WCAG 2.2, 2.1.4). */
const kept = 'approval-shortcuts';

/** One key each, never within a field. */
export function shortcuts(page: Document, comment: () => void): void {
  const help = page.querySelector<HTMLDialogElement>('#shortcuts');
  const open = page.querySelector<HTMLButtonElement>('#shortcuts-open');
  const on = page.querySelector<HTMLInputElement>('#shortcuts-on');
  if (!help || !open || !on) return;

  on.checked = localStorage.getItem(kept) !== 'off';
  on.addEventListener('change', () => localStorage.setItem(kept, on.checked ? 'on' : 'off'));
  open.addEventListener('click', () => help.showModal());

  const acts: Record<string, () => void> = {
    j: () => toThread(page, 1),
    k: () => toThread(page, -1),
    a: () => page.querySelector<HTMLElement>('form[action$="/approve"] button')?.focus(),
    r: () => openReturn(page),
    c: comment,
    '?': () => help.showModal(),
  };

  page.addEventListener('keydown', (event) => {
    const act = acts[event.key];
    if (!act || !on.checked || help.open || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;

    event.preventDefault();
    act();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function toThread(page: Document, step: 1 | -1): void {
  const threads = [...page.querySelectorAll<HTMLElement>('article.thread')].filter((thread) => thread.offsetParent !== null);
  const here = threads.findIndex((thread) => thread.contains(page.activeElement));
  const next = threads[here < 0 ? (step > 0 ? 0 : threads.length - 1) : here + step];

  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

function openReturn(page: Document): void {
  const folded = page.querySelector<HTMLDetailsElement>('#return');
  if (!folded) return;

  folded.open = true;
  folded.querySelector<HTMLElement>('[name=to]:checked')?.focus();
}

import { quoteOf, type Quoted } from './quote';

/** Offers a button beside selected words, which takes them into the form that is being filled in: a return where one is open, else a remark. */
export function commentOnWords(page: Document): () => void {
  const text = page.querySelector('#section-text[data-marked]');
  const button = page.querySelector<HTMLButtonElement>('#select-words');
  let quoted: Quoted | null = null;

  if (text && button) {
    page.addEventListener('selectionchange', () => {
      const selection = page.getSelection();
      const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;

      quoted = range && text.contains(range.commonAncestorContainer) ? quoteOf(text, range) : null;
      button.hidden = quoted === null;
      if (quoted && range) placeBeside(button, range);
    });

    // Pressing the button must not take the selection away before it is read.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => comment());
  }

  for (const field of page.querySelectorAll('[data-quote]'))
    field.querySelector('textarea')?.addEventListener('input', () => fill(field, null));

  return comment;

  function comment(): void {
    const form = openForm(page);
    if (!form) return;

    const field = form.querySelector('[data-quote]');
    if (field && quoted) fill(field, quoted);

    quoted = null;
    if (button) button.hidden = true;
    page.getSelection()?.removeAllRanges();
    form.querySelector<HTMLTextAreaElement>('textarea:not(.quote-field)')?.focus();
    form.scrollIntoView({ block: 'center' });
  }
}

/** On a narrow screen it stays in its corner, clear of the phone's own menu. */
function placeBeside(button: HTMLElement, range: Range): void {
  if (matchMedia('(max-width: 767px)').matches) return;

  const words = range.getBoundingClientRect();
  const top = words.bottom + 8 + button.offsetHeight > innerHeight ? words.top - button.offsetHeight - 8 : words.bottom + 8;
  button.style.inset = `${Math.max(8, top)}px auto auto ${Math.min(words.left, innerWidth - button.offsetWidth - 8)}px`;
}

/** The first remark that nothing is written in yet. */
function openForm(page: Document): HTMLElement | null {
  const returns = page.querySelector<HTMLDetailsElement>('#return[open]');
  const remark = [...(returns?.querySelectorAll<HTMLElement>('[data-remark]') ?? [])].find((one) =>
    [...one.querySelectorAll('textarea')].every((field) => field.value === ''),
  );
  const form = remark ?? page.querySelector<HTMLElement>('#remark [data-remark]');

  for (let folded = form?.closest('details'); folded; folded = folded.parentElement?.closest('details')) folded.open = true;

  return form ?? null;
}

/** What stands around goes with the words: for others it would be wrong. */
function fill(field: Element, quoted: Quoted | null): void {
  const words = field.querySelector('textarea');
  if (words && quoted) words.value = quoted.exact;

  for (const part of ['prefix', 'suffix'] as const) {
    const kept = field.querySelector<HTMLInputElement>(`input[name^="${part}"]`);
    if (kept) kept.value = quoted?.[part] ?? '';
  }
}

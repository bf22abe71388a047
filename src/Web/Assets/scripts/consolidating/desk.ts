const panes = ['#desk-sources', '.desk-text'];

/** Sends the desk's form in the background and shows what the server made of it. Where that fails, the page is as without script. */
export function actInPlace(page: Document): void {
  let isBusy = false;

  page.addEventListener('submit', (event) => {
    const form = event.target;
    const pressed = (event as SubmitEvent).submitter;
    if (!(form instanceof HTMLFormElement) || form.id !== 'desk' || !(pressed instanceof HTMLButtonElement)) return;

    // What leaves the desk goes the ordinary way.
    if (pressed.hasAttribute('data-slow')) return;

    event.preventDefault();
    event.stopImmediatePropagation();
    if (isBusy) return;

    isBusy = true;
    form.setAttribute('aria-busy', 'true');
    void act(page, form, pressed).finally(() => {
      isBusy = false;
      page.getElementById('desk')?.removeAttribute('aria-busy');
    });
  }, { capture: true });

  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-jump]') : null;
    const part = link?.dataset.jump ? page.getElementById(link.dataset.jump) : null;
    if (!part) return;

    event.preventDefault();
    part.scrollIntoView({ block: 'center' });
    mark(page, part);
  });

  page.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'place') return;

    for (const gap of page.querySelectorAll('.gap')) gap.classList.toggle('gap-chosen', gap.contains(event.target));
  });
}

async function act(page: Document, form: HTMLFormElement, pressed: HTMLButtonElement): Promise<void> {
  const column = pressed.dataset.take;
  const next = column === undefined ? null : neighbour(form, pressed, column);

  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, pressed) });
    const made = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('desk');
    if (!made) {
      location.reload();
      return;
    }

    const scrolled = panes.map((pane) => form.querySelector(pane)?.scrollTop ?? 0);
    form.replaceWith(made);
    panes.forEach((pane, place) => { const shown = made.querySelector(pane); if (shown) shown.scrollTop = scrolled[place] ?? 0; });
    if (answer.ok) history.replaceState(history.state, '', answer.url);

    settle(page, made, pressed.value, next);
  } catch {
    say(page, form.dataset.failed ?? '');
    form.querySelector('.desk-failed')?.remove();
    const note = page.createElement('div');
    note.className = 'note note-refused desk-failed';
    note.textContent = form.dataset.failed ?? '';
    form.prepend(note);
  }
}

/** The paragraph that was acted on comes into sight, and the focus goes to where the next press most likely is. */
function settle(page: Document, desk: HTMLElement, value: string, next: string | null): void {
  const refused = page.getElementById('refused');
  if (refused) {
    refused.focus();
    return;
  }

  const now = desk.dataset.now ? page.getElementById(desk.dataset.now) : null;
  now?.scrollIntoView({ block: 'nearest' });
  if (now) say(page, now.querySelector('.part-text')?.textContent?.trim().slice(0, 80) ?? '');

  const verb = value.split(':')[0] ?? '';
  const wanted = now?.querySelector<HTMLElement>('textarea')
    ?? (next ? desk.querySelector<HTMLElement>(`button[value^="${next}"]`) : null)
    ?? now?.querySelector<HTMLElement>(`button[value^="${verb}:"]:not(:disabled)`)
    ?? now?.querySelector<HTMLElement>('button:not(:disabled)')
    ?? desk.querySelector<HTMLElement>('.desk-text button');
  wanted?.focus({ preventScroll: !(wanted instanceof HTMLTextAreaElement) });
}

/** The paragraph of the same unit that can be taken after this one, or else before it. */
function neighbour(form: HTMLFormElement, pressed: HTMLButtonElement, column: string): string | null {
  const takes = [...form.querySelectorAll<HTMLButtonElement>(`button[data-take="${column}"]`)];
  const place = takes.indexOf(pressed);

  return (takes[place + 1] ?? takes[place - 1])?.value.split(':').slice(0, 4).join(':') ?? null;
}

function mark(page: Document, part: Element): void {
  for (const one of page.querySelectorAll('.part-now')) one.classList.remove('part-now');
  part.classList.add('part-now');
}

function say(page: Document, words: string): void {
  const said = page.getElementById('desk-said');
  if (said) said.textContent = words;
}

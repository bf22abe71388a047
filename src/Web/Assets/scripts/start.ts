// The dates of a report renew themselves as soon as its template, period or due date changes; without script a button does it.
const form = document.querySelector<HTMLFormElement>('[data-plan-form]');
let asked = 0;

async function renew(start: HTMLFormElement): Promise<void> {
  const mine = ++asked;
  const query = new URLSearchParams();
  for (const name of ['template', 'of', 'period', 'due', 'abstract', 'titled']) query.set(name, String(new FormData(start).get(name) ?? ''));

  const address = `${location.pathname}?${query}`;
  const answer = await fetch(address, { headers: { accept: 'text/html' } });

  // Only the newest question is answered; a lost network leaves the page as it is, and the button works.
  if (!answer.ok || mine !== asked) return;

  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of document.querySelectorAll<HTMLElement>('[data-renewed]')) {
    const now = page.querySelector<HTMLElement>(`[data-renewed="${old.dataset.renewed}"]`);
    if (!now) continue;

    if (old instanceof HTMLTextAreaElement && now instanceof HTMLTextAreaElement) old.value = now.value;
    else if (old instanceof HTMLInputElement && now instanceof HTMLInputElement) old.value = now.value;
    else old.replaceWith(now);
  }

  history.replaceState(null, '', address);
}

if (form) {
  document.querySelector('[data-renewed="plan"]')?.setAttribute('aria-live', 'polite');
  form.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.matches('#template, #period, #due')) void renew(form).catch(() => undefined);
  });
}

export {};

// Keeps an open page as it would be if it were loaded again: counts in its head, and the regions that say what they depend on.
// A region names it in data-live: "mine" (what waits for the reader), "reports" (any report), or one report's id.

interface Counts {
  waiting: number;
  unread: number;
}

const shortest = 3000;

export function follow(page: Document): void {
  if (!page.querySelector('[data-live], [data-count]')) return;

  let source: EventSource | undefined;
  let timer: number | undefined;
  let last = 0;

  const later = (address: string): void => {
    if (timer !== undefined) return;

    // Not all pages of an office at the same moment.
    const wait = Math.max(shortest - (Date.now() - last), 0) + Math.random() * 500;
    timer = window.setTimeout(() => {
      timer = undefined;
      last = Date.now();
      void refresh(page, address).then((isDone) => {
        if (!isDone) page.addEventListener('focusout', () => later(address), { once: true });
      });
    }, wait);
  };

  const depends = (on: string[]): boolean =>
    [...page.querySelectorAll<HTMLElement>('[data-live]')].some((region) => (region.dataset.live ?? '').split(' ').some((one) => on.includes(one)));

  const open = (): void => {
    if (source) return;
    source = new EventSource('/live');
    source.addEventListener('report', (event: MessageEvent<string>) => {
      if (depends(['reports', event.data])) later(location.href);
    });
    source.addEventListener('counts', (event: MessageEvent<string>) => {
      if (count(page, JSON.parse(event.data) as Counts) && depends(['mine'])) later(location.href);
    });
  };

  // A browser keeps few connections to one server: only the page that is looked at has one.
  const listen = (): void => {
    if (page.hidden) {
      source?.close();
      source = undefined;
    } else {
      open();
    }
  };

  page.addEventListener('visibilitychange', () => {
    listen();
    if (!page.hidden) later(location.href);
  });
  window.addEventListener('pagehide', () => {
    source?.close();
    source = undefined;
  });
  window.addEventListener('pageshow', listen);
  listen();

  const screen = page.querySelector<HTMLElement>('[data-every]');
  if (screen) {
    window.setInterval(() => {
      const next = page.querySelector<HTMLElement>('[data-every]')?.dataset.next ?? location.href;
      history.replaceState(null, '', next);
      void refresh(page, location.href);
    }, Number(screen.dataset.every) * 1000);
  }
}

/** Whether a count changed. */
function count(page: Document, counts: Counts): boolean {
  let isChanged = false;

  for (const badge of page.querySelectorAll<HTMLElement>('[data-count]')) {
    const number = badge.dataset.count === 'unread' ? counts.unread : counts.waiting;
    const text = String(number);
    if (badge.textContent?.trim() === text) continue;

    isChanged = true;
    badge.textContent = text;
    badge.hidden = number === 0;
  }

  return isChanged;
}

/** Whether every region is as the server has it now; one in which somebody is at work is left alone. */
async function refresh(page: Document, address: string): Promise<boolean> {
  let isDone = true;

  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok || answer.redirected) return true;

    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const region of page.querySelectorAll<HTMLElement>('[data-live][id]')) {
      const next = fresh.getElementById(region.id);
      if (!next || next.outerHTML === region.outerHTML) continue;

      if (region.contains(page.activeElement) && page.activeElement !== page.body) isDone = false;
      else region.replaceWith(page.adoptNode(next));
    }
  } catch {
    // Without a network the page stays as it is; the next change tries again.
  }

  return isDone;
}

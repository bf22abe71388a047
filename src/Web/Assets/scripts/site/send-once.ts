/** A second press on a button that was pressed already sends nothing: the first answer is on its way. */
export function sendOnce(page: Document): void {
  const sent = new WeakSet<HTMLFormElement>();

  page.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.defaultPrevented || event.target.method === 'get') return;

    if (sent.has(event.target)) event.preventDefault();
    else sent.add(event.target);
  });

  // Going back shows the page as it was left; its forms may be sent again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of page.forms) sent.delete(form);
  });
}

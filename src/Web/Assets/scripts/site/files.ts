/** Shows the names of chosen files beside our own button. */
export function nameFiles(page: Document): void {
  const fields = () => page.querySelectorAll<HTMLInputElement>('.file-field input');

  page.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.closest('.file-field')) show(event.target);
  });

  // A page that is come back to keeps what was chosen.
  window.addEventListener('pageshow', () => fields().forEach(show));
}

function show(field: HTMLInputElement): void {
  const name = field.closest('.file-field')?.querySelector<HTMLElement>('.file-name');
  if (!name) return;

  name.textContent = Array.from(field.files ?? [], (file) => file.name).join(', ') || (name.dataset.none ?? '');
}

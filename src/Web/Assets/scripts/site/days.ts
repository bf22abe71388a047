/** Puts a calendar beside a field for a day, which is typed as it is written here, whatever language the browser speaks. */
export function pickDays(page: Document): void {
  for (const field of page.querySelectorAll<HTMLInputElement>('input[data-day]')) {
    const calendar = page.createElement('input');
    calendar.type = 'date';
    calendar.tabIndex = -1;
    calendar.setAttribute('aria-hidden', 'true');
    calendar.addEventListener('change', () => {
      if (!calendar.value) return;
      field.value = written(calendar.value);
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.focus();
    });

    const button = page.createElement('button');
    button.type = 'button';
    button.title = field.dataset.day ?? '';
    button.setAttribute('aria-label', `${field.dataset.day}: ${field.labels?.[0]?.textContent?.trim() ?? ''}`);
    button.innerHTML = '<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true"><path d="M4 9h16M8 3v4m8-4v4M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z"/></svg>';
    button.addEventListener('click', () => {
      calendar.value = read(field.value);
      calendar.showPicker();
    });

    field.after(button, calendar);
  }
}

/** "2026-09-05" as decree 30/2020 writes it: "05/9/2026". */
function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];

  return `${String(date).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
}

function read(text: string): string {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);

  return found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text.trim();
}

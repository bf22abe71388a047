/** Whoever comes back to a page sees how things are now, not how they were: it is loaded anew, unless something was typed into it. */
export function renewOnComingBack(page: Document): void {
  window.addEventListener('pageshow', (event) => {
    const [visit] = performance.getEntriesByType('navigation');
    const isBack = event.persisted || (visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward');

    // The answer to a form has no address of its own that it could be had from again.
    if (isBack && !('answer' in page.body.dataset) && !Array.from(page.forms).some(isTyped)) location.reload();
  });
}

/** By now a browser has put back what was typed. A text in the editor is kept elsewhere. */
function isTyped(form: HTMLFormElement): boolean {
  return !form.matches('.is-rich') && Array.from(form.elements).some((field) => {
    if (field instanceof HTMLTextAreaElement) return !field.hidden && field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement) return field.selectedIndex !== Math.max(0, Array.from(field.options).findIndex((option) => option.defaultSelected));
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;

    return field.type === 'file' ? field.value !== '' : field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}

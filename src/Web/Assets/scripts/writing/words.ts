/** What the editor says, in the page's language; the page brings it along. */
export class Words {
  constructor(private readonly words: Readonly<Record<string, string>>) {}

  static of(element: HTMLElement): Words {
    return new Words(JSON.parse(element.dataset.words ?? '{}') as Record<string, string>);
  }

  say(name: string, ...values: unknown[]): string {
    return (this.words[name] ?? name).replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''));
  }
}

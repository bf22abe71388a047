import { MARKDOWN, ask } from './ask';
import type { Words } from './words';

interface Drawn {
  readonly sha256: string;
  readonly pages: number;
}

const QUIET = 1_500;

/** The section as it will be printed, drawn anew when the writer pauses. */
export class Preview {
  private readonly pages: HTMLOListElement;
  private timer: number | undefined;
  private drawn: { text: string; sha256: string } | undefined;

  constructor(
    private readonly panel: HTMLDetailsElement,
    private readonly section: string,
    private readonly words: Words,
    private readonly text: () => string,
    private readonly counted: (pages: number) => void,
  ) {
    this.pages = panel.querySelector('ol')!;
    panel.hidden = false;
    panel.addEventListener('toggle', () => void this.draw());
    this.soon();
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.draw(), QUIET);
  }

  private async draw(): Promise<void> {
    const text = this.text();
    if (text !== this.drawn?.text) {
      try {
        const answer = await ask(`${this.section}/drawn`, 'POST', text, MARKDOWN);
        if (!answer.ok) return;
        const drawn = (await answer.json()) as Drawn;
        this.drawn = { text, sha256: drawn.sha256 };
        this.counted(drawn.pages);
        this.arrange(drawn.pages);
      } catch {
        // Without a network the pages stay as they were.
      }
    }
    if (this.panel.open) this.load();
  }

  private arrange(count: number): void {
    while (this.pages.childElementCount > count) this.pages.lastElementChild?.remove();
    for (let page = this.pages.childElementCount + 1; page <= count; page++) {
      const image = new Image(794, 1123);
      image.decoding = 'async';
      const link = document.createElement('a');
      link.target = '_blank';
      link.append(image);
      const item = document.createElement('li');
      item.append(link);
      this.pages.append(item);
    }
    [...this.pages.querySelectorAll('img')].forEach((image, at) => (image.alt = this.words.say('page', at + 1, count)));
  }

  /** A page that is not looked at is not fetched. */
  private load(): void {
    [...this.pages.querySelectorAll('a')].forEach((link, at) => {
      const address = `${this.section}/pages/${at + 1}?of=${this.drawn?.sha256}`;
      const image = link.querySelector('img');
      if (image && image.getAttribute('src') !== address) image.src = link.href = address;
    });
  }
}

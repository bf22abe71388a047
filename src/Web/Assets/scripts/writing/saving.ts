import { MARKDOWN, ask } from './ask';
import { Keep } from './keep';

export type SavingState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'typing' | 'saving' | 'offline' | 'signed-out' }
  | { readonly kind: 'conflict'; readonly conflicts: number }
  | { readonly kind: 'refused'; readonly message: string };

/** What the server holds. */
export interface Held {
  readonly text: string;
  readonly revision: number;
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

interface Merged {
  readonly revision: number;
  readonly current: string;
  readonly text: string | null;
  readonly conflicts: number;
}

const QUIET = 2_000;
const PATIENCE = 10_000;
const AGAIN = 5_000;

/** Saves what is typed, every few seconds, on top of the revision it was written on, and keeps it here until it is saved. */
export class Saving {
  private timer: number | undefined;
  private waitingSince: number | undefined;
  private flight: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly address: string,
    private held: Held,
    private readonly keep: Keep,
    private readonly text: () => string,
    private readonly show: (state: SavingState) => void,
    private readonly merged: (text: string) => void,
  ) {
    window.addEventListener('online', () => this.soon(0));
    window.addEventListener('pagehide', () => this.keepNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.keepNow();
      if (document.visibilityState === 'hidden' && this.isUnsaved) this.soon(0);
    });
  }

  get revision(): number {
    return this.held.revision;
  }

  get base(): string {
    return this.held.text;
  }

  get isUnsaved(): boolean {
    return this.text() !== this.held.text;
  }

  changed(): void {
    this.keepNow();
    if (this.isStopped) return;
    this.show({ kind: 'typing' });
    this.waitingSince ??= Date.now();
    this.soon(Math.max(0, Math.min(QUIET, this.waitingSince + PATIENCE - Date.now())));
  }

  /** Somebody else saved, and here is nothing that could be lost. */
  takeOver(held: Held): void {
    this.held = held;
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Ends once everything that was typed is saved, or cannot be. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    await this.flight;
    if (!this.isStopped && this.isUnsaved) await this.start();
  }

  private keepNow(): void {
    if (this.isUnsaved) this.keep.put({ text: this.text(), base: this.held.text, revision: this.held.revision, at: Date.now() });
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = window.setTimeout(() => void this.start(), delay);
  }

  private start(): Promise<void> {
    return (this.flight ??= this.save().finally(() => (this.flight = undefined)));
  }

  private async save(): Promise<void> {
    const text = this.text();
    this.waitingSince = undefined;
    if (text === this.held.text) {
      this.keep.drop();

      return;
    }

    this.show({ kind: 'saving' });
    let answer: Response;
    try {
      answer = await ask(this.address, 'PUT', text, { ...MARKDOWN, 'If-Match': `"${this.held.revision}"` });
    } catch {
      this.later({ kind: 'offline' });

      return;
    }

    if (answer.ok) {
      const saved = (await answer.json()) as { revision: number; savedAt: string | null };
      this.held = { text, revision: saved.revision };
      if (this.isUnsaved) this.changed();
      else {
        this.keep.drop();
        this.show({ kind: 'saved', at: saved.savedAt });
      }
    } else if (answer.status === 412) await this.merge(text);
    else if (answer.status === 401) this.later({ kind: 'signed-out' });
    else if (answer.status >= 500 || answer.status === 429 || answer.status === 408) this.later({ kind: 'offline' });
    else {
      const problem = (await answer.json().catch(() => ({}))) as Problem;
      this.show({ kind: 'refused', message: problem.detail ?? problem.title ?? String(answer.status) });
    }
  }

  /** Somebody else saved meanwhile. Where both wrote in different paragraphs both stay; where not, people decide. */
  private async merge(mine: string): Promise<void> {
    try {
      const answer = await ask(this.address.replace('/working-copy', '/working-copy/merge'), 'POST', JSON.stringify({ base: this.held.text, mine }), { 'Content-Type': 'application/json' });
      if (!answer.ok) {
        this.later(answer.status === 401 ? { kind: 'signed-out' } : { kind: 'offline' });

        return;
      }

      const merged = (await answer.json()) as Merged;
      if (merged.text === null) {
        this.stop();
        this.show({ kind: 'conflict', conflicts: merged.conflicts });
      } else if (this.text() === mine) {
        this.held = { text: merged.current, revision: merged.revision };
        this.merged(merged.text);
        this.soon(0);
      } else this.soon(0);
    } catch {
      this.later({ kind: 'offline' });
    }
  }

  private later(state: SavingState): void {
    this.keepNow();
    this.show(state);
    this.soon(AGAIN);
  }
}

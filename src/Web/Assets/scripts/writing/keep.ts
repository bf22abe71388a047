/** A text that no server holds yet. */
export interface KeptText {
  readonly text: string;
  /** What was there when its writer began, for merging. */
  readonly base: string;
  readonly revision: number;
  readonly at: number;
}

/** Keeps what was typed in this browser until a server has it: through a lost network, a closed lid, the end of a session. */
export class Keep {
  constructor(private readonly key: string) {}

  /** @returns whether it is kept; a full or a forbidden store is no reason to stop writing. */
  put(kept: KeptText): boolean {
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));

      return true;
    } catch {
      return false;
    }
  }

  get(): KeptText | undefined {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? 'null') as KeptText | null;

      return kept && typeof kept.text === 'string' && typeof kept.base === 'string' && typeof kept.revision === 'number' ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  drop(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing is kept there then.
    }
  }
}

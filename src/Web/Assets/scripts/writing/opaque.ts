import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { Source } from './source';
import type { Words } from './words';

/** A block that the editor has no words for: shown as it will be printed, and edited as it was typed. */
export class OpaqueView implements NodeView {
  readonly dom = document.createElement('div');

  private readonly shown = document.createElement('div');
  private box: HTMLTextAreaElement | undefined;

  constructor(private node: Node, private readonly view: EditorView, private readonly place: () => number | undefined, private readonly words: Words, private readonly show: (source: string) => Promise<string>) {
    this.dom.className = 'opaque';
    this.dom.contentEditable = 'false';
    this.shown.className = 'opaque-shown';

    const edit = document.createElement('button');
    edit.type = 'button';
    edit.className = 'plain opaque-edit';
    edit.textContent = words.say('opaque-edit');
    edit.addEventListener('click', () => (this.box ? this.close(edit) : this.open(edit)));

    this.dom.append(this.shown, edit);
    void this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const changed = node.attrs.source !== this.node.attrs.source;
    this.node = node;
    if (changed) void this.draw();

    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLButtonElement;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private async draw(): Promise<void> {
    const source = this.node.attrs.source as string;
    this.shown.textContent = source;
    try {
      const html = await this.show(source);
      // Every tag in it was written by the server; what came from the text is encoded.
      if (source === this.node.attrs.source) this.shown.innerHTML = html;
    } catch {
      // Without a network it stays as it was typed.
    }
  }

  private open(edit: HTMLButtonElement): void {
    this.box = document.createElement('textarea');
    this.box.className = 'form-control opaque-source';
    this.box.value = this.node.attrs.source;
    this.box.rows = Math.min(this.box.value.split('\n').length + 1, 24);
    this.box.setAttribute('aria-label', this.words.say('opaque-source'));
    this.box.addEventListener('input', () => {
      const at = this.place();
      if (at !== undefined && this.box) this.view.dispatch(this.view.state.tr.setNodeAttribute(at, 'source', this.box.value));
    });
    this.shown.hidden = true;
    this.dom.insertBefore(this.box, edit);
    edit.textContent = this.words.say('opaque-done');
    this.box.focus();
  }

  private close(edit: HTMLButtonElement): void {
    this.box?.remove();
    this.box = undefined;
    this.shown.hidden = false;
    edit.textContent = this.words.say('opaque-edit');

    // What was mended may be a table or a list like any other now.
    const at = this.place();
    const { doc } = new Source(this.node.attrs.source as string);
    if (at !== undefined && !(doc.childCount === 1 && doc.firstChild?.type === this.node.type))
      this.view.dispatch(this.view.state.tr.replaceWith(at, at + this.node.nodeSize, doc.content));
    this.view.focus();
  }
}

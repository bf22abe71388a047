// Where a text is written: on top of the form, which works by itself, an editor as in Word that saves by itself.
import { MARKDOWN, ask } from './writing/ask';
import { Editor } from './writing/editor';
import { Keep } from './writing/keep';
import { Preview } from './writing/preview';
import { Saving, type SavingState } from './writing/saving';
import { Words } from './writing/words';

const HEARTBEAT = 20_000;

interface Opened {
  readonly revision: number;
  readonly others: readonly { readonly name: string; readonly seenAt: string }[];
}

const form = document.querySelector<HTMLFormElement>('form.writing[data-copy]');
if (form) write(form);

function write(form: HTMLFormElement): void {
  const words = Words.of(form);
  const { copy = '', section = '', keep: key = '', levels = '0' } = form.dataset;
  const box = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')!;
  const base = form.querySelector<HTMLTextAreaElement>('textarea[name=base]')!;
  const revision = form.querySelector<HTMLInputElement>('input[name=revision]')!;
  const status = form.querySelector<HTMLElement>('.write-status')!;
  const count = form.querySelector<HTMLElement>('.write-count')!;
  const field = box.closest<HTMLElement>('.field')!;
  const keep = new Keep(key);
  let pages = 0;

  // What was merged on a page of its own is saved; what was kept here from before is in it.
  if (new URLSearchParams(location.search).get('done') === 'merge') keep.drop();

  const editor = new Editor(box.value, words, {
    levels: Number(levels),
    label: field.querySelector('label')?.textContent ?? '',
    changed: () => {
      saving.changed();
      preview?.soon();
      tellCount();
    },
    keepPicture,
    show: async (source) => {
      const answer = await ask(`${section}/shown`, 'POST', source, MARKDOWN);
      if (!answer.ok) throw new Error(String(answer.status));

      return answer.text();
    },
  });

  const saving = new Saving(copy, { text: base.value, revision: Number(revision.value) }, keep, () => editor.text, tell, (text) => {
    editor.replace(text);
    note('note-done', words.say('merged'));
    tellCount();
  });

  field.hidden = true;
  field.before(editor.element);
  form.classList.add('is-rich');
  for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;

  const panel = document.querySelector<HTMLDetailsElement>('[data-preview]');
  const preview = panel ? new Preview(panel, section, words, () => editor.text, (drawn) => ((pages = drawn), tellCount())) : undefined;

  tellCount();
  restore();
  if (saving.isUnsaved) saving.changed();
  if (!matchMedia('(max-width: 767px)').matches) editor.focus();
  void meet();
  window.setInterval(() => document.visibilityState === 'visible' && void meet(), HEARTBEAT);

  // Whatever is pressed, what is on its way arrives first: else the form would find the text changed by its own writer.
  let isReady = false;
  form.addEventListener('submit', (event) => {
    if (isReady) {
      isReady = false;

      return;
    }
    event.preventDefault();
    const button = event.submitter;
    // In a task of its own: where nothing is on its way this event is still running, and a form does not submit within its own submitting.
    void saving.now().then(() =>
      window.setTimeout(() => {
        handOver();
        isReady = true;
        form.requestSubmit(button);
      }),
    );
  });

  /** The form takes what the editor holds. */
  function handOver(): void {
    saving.stop();
    box.value = editor.text;
    base.value = saving.base;
    revision.value = String(saving.revision);
  }

  /** What no server has yet from the last time. */
  function restore(): void {
    const kept = keep.get();
    if (!kept || kept.text === editor.text) {
      if (kept) keep.drop();

      return;
    }
    const opened = editor.text;
    if (kept.revision === saving.revision) {
      editor.replace(kept.text);
      note('note-soon', words.say('restored', time(new Date(kept.at))), words.say('restored-drop'), () => {
        editor.replace(opened);
        saving.changed();
      });
    } else {
      // Somebody saved meanwhile: on the revision that it was written on it is saved, and merged.
      saving.takeOver({ text: kept.base, revision: kept.revision });
      editor.replace(kept.text);
      note('note-soon', words.say('restored', time(new Date(kept.at))));
    }
  }

  /** Says that the text is open here, and hears who else has it open and whether it was saved elsewhere. */
  async function meet(): Promise<void> {
    let opened: Opened;
    try {
      const answer = await ask(copy.replace('/working-copy', '/working-copy/presence'), 'PUT');
      if (!answer.ok) return;
      opened = (await answer.json()) as Opened;
    } catch {
      return;
    }

    const others = form.querySelector<HTMLElement>('.write-others')!;
    const text = opened.others.length > 0 ? words.say('others', opened.others.map((other) => other.name).join(', ')) : '';
    if (others.textContent !== text) others.textContent = text;
    others.hidden = text === '';

    if (opened.revision === saving.revision || saving.isUnsaved) return;
    try {
      const answer = await ask(copy, 'GET');
      const tag = Number(answer.headers.get('ETag')?.replace(/\D/g, ''));
      const held = await answer.text();
      if (!answer.ok || saving.isUnsaved || tag === saving.revision) return;
      saving.takeOver({ text: held, revision: tag });
      editor.replace(held);
      preview?.soon();
      tellCount();
      status.textContent = words.say('taken-over');
    } catch {
      // The next time then.
    }
  }

  async function keepPicture(file: File): Promise<string> {
    try {
      const answer = await ask(`${section}/pictures`, 'POST', file, { 'Content-Type': file.type });
      const said = (await answer.json()) as { sha256?: string; detail?: string; title?: string };
      if (answer.ok && said.sha256) return said.sha256;
      note('note-refused', said.detail ?? said.title ?? words.say('picture-failed'));
    } catch {
      note('note-refused', words.say('picture-failed'));
    }

    return '';
  }

  function tell(state: SavingState): void {
    form.dataset.state = state.kind;
    switch (state.kind) {
      case 'saved':
        status.textContent = state.at ? words.say('saved', time(new Date(state.at))) : words.say('saved-now');
        removeNote('trouble');
        break;
      case 'typing':
        if (!status.textContent?.startsWith(words.say('offline'))) status.textContent = words.say('typing');
        break;
      case 'saving':
        break;
      case 'offline':
        status.textContent = words.say('offline');
        break;
      case 'signed-out':
        status.textContent = words.say('kept');
        note('note-soon', words.say('signed-out'), words.say('sign-in'), () => window.open(`/sign-in?ReturnUrl=${encodeURIComponent(location.pathname + location.search)}`), 'trouble');
        break;
      case 'conflict':
        status.textContent = words.say('kept');
        note('note-soon', words.say('conflict', state.conflicts), words.say('conflict-open'), () => {
          handOver();
          isReady = true;
          form.requestSubmit(form.querySelector<HTMLButtonElement>('button[data-save]'));
        }, 'trouble');
        break;
      case 'refused':
        status.textContent = words.say('kept');
        note('note-refused', state.message, undefined, undefined, 'trouble');
        break;
    }
  }

  function tellCount(): void {
    count.textContent = pages > 0 ? words.say('count-pages', editor.wordCount, pages) : words.say('count', editor.wordCount);
    count.hidden = false;
  }

  function note(look: string, text: string, act?: string, run?: () => void, name = 'told'): void {
    removeNote(name);
    const element = document.createElement('div');
    element.className = `note ${look} write-note`;
    element.dataset.name = name;
    element.setAttribute('role', look === 'note-refused' ? 'alert' : 'status');
    const line = document.createElement('p');
    line.textContent = text;
    element.append(line);
    if (act && run) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-quiet btn-sm';
      button.textContent = act;
      button.addEventListener('click', () => {
        if (name === 'told') element.remove();
        run();
      });
      element.append(button);
    }
    editor.element.before(element);
  }

  function removeNote(name: string): void {
    form.querySelector(`.write-note[data-name=${name}]`)?.remove();
  }

  /** As in the office: Vietnam's time, whatever the machine says. */
  function time(at: Date): string {
    return at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  }
}

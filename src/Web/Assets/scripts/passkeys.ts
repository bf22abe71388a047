// A form that a passkey answers: what the server asks goes to the device, and what the device says goes along with the form.

interface FromJson {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

async function ask(form: HTMLFormElement, make: boolean, address: string): Promise<string> {
  const token = form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]');
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token?.value ?? '' }) });
  if (!answer.ok) throw new Error(`${answer.status}`);

  const options: unknown = await answer.json();
  const reader = PublicKeyCredential as unknown as FromJson;
  const credential = make
    ? await navigator.credentials.create({ publicKey: reader.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: reader.parseRequestOptionsFromJSON(options) });
  if (!credential) throw new Error('nothing was shown');

  return JSON.stringify(credential);
}

async function send(form: HTMLFormElement, make: boolean, address: string): Promise<void> {
  const field = form.querySelector<HTMLInputElement>('[name=credential]');
  const failed = form.querySelector<HTMLElement>('[data-passkey-failed]');
  if (!field) return;

  try {
    field.value = await ask(form, make, address);
    form.submit();
  } catch {
    // The person thought better of it, or the device knows no such key; what happened stays on the device.
    if (failed) failed.hidden = false;
  }
}

const isAble = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

for (const way of document.querySelectorAll<HTMLElement>('form[data-passkey], button[data-passkey-options]')) way.hidden = !isAble;

if (isAble) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form, form.dataset.passkey === 'create', form.dataset.options ?? '');
    });
  }

  // Where a passkey stands in for password and code among other fields.
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey-options]')) {
    const form = button.form;
    if (!form) continue;

    button.addEventListener('click', () => {
      const typed = form.querySelectorAll<HTMLInputElement>('[name=password], [name=code]');
      for (const field of typed) field.required = false;
      if (form.reportValidity()) void send(form, false, button.dataset.passkeyOptions ?? '');
      for (const field of typed) field.required = true;
    });
  }
}

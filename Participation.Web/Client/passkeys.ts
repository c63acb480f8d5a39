// Passkeys: asks the server what to ask, asks the browser, puts its answer into the form and sends it as any other form.

/** Whether this browser can do it; else everything stays hidden and the password is the way. */
function isSupported(): boolean {
  return typeof PublicKeyCredential === "function" && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";
}

async function question(form: HTMLFormElement, address: string): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "";
  const response = await fetch(address, { method: "POST", headers: { "X-Antiforgery": token, "X-Requested-With": "fetch" }, redirect: "manual" });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function answer(form: HTMLFormElement): Promise<Credential | null> {
  const { passkeyCreate, passkeyGet } = form.dataset;
  if (passkeyCreate) {
    const options = (await question(form, passkeyCreate)) as PublicKeyCredentialCreationOptionsJSON;
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  const options = (await question(form, passkeyGet ?? "")) as PublicKeyCredentialRequestOptionsJSON;
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  if (problem) problem.hidden = true;
  const field = form.querySelector<HTMLInputElement>("[name='Input.Passkey']");
  const credential = await answer(form).catch(() => null);
  if (!(credential instanceof PublicKeyCredential) || !field) {
    if (problem) problem.hidden = false;
    return;
  }
  field.value = JSON.stringify(credential.toJSON());
  form.submit();
}

/** Shows and enhances the passkey forms of the page. */
export function start(): void {
  if (!isSupported()) return;
  for (const note of document.querySelectorAll<HTMLElement>("[data-passkey-unsupported]")) note.hidden = true;
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-passkey-create], [data-passkey-get]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}

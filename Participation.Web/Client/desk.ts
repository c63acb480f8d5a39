// The moderators' desk: keys to move and to reach what decides, cases taken without leaving the queue, templates filled in at once. No key decides.
import { announce } from "./announce";
import { refresh } from "./region";

const OFF = "tasten:aus";
const KEEP_EVERY = 3 * 60_000;
const DECISIONS = "#entscheidung button[name='Input.Step'], #entscheidung button[name='Input.Outcome']";

class Shortcuts {
  constructor(private readonly dialog: HTMLDialogElement) {
    const opener = document.querySelector<HTMLElement>("[data-shortcuts-open]");
    if (opener) opener.hidden = false;
    opener?.addEventListener("click", () => { dialog.showModal(); });
    dialog.querySelector("[data-shortcuts-close]")?.addEventListener("click", () => { dialog.close(); });
    const on = dialog.querySelector<HTMLInputElement>("[data-shortcuts-on]");
    if (on) {
      on.checked = localStorage.getItem(OFF) === null;
      on.addEventListener("change", () => { if (on.checked) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1"); });
    }

    decisions().forEach((button, index) => { button.setAttribute("aria-keyshortcuts", String(index + 1)); });
    document.addEventListener("keydown", (event) => { this.onKey(event); });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || localStorage.getItem(OFF) !== null) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (this.does(event.key)) event.preventDefault();
  }

  private does(key: string): boolean {
    switch (key) {
      case "?": this.dialog.showModal(); return true;
      case "j": return move(1);
      case "k": return move(-1);
      case "c": return press((here() ?? document).querySelector<HTMLElement>("[data-key='c']"));
      case "x": return this.pick();
      case "n": return focus(document.querySelector<HTMLElement>("#notiz-schreiben textarea"));
      case "u": return this.back();
      default: return /^[1-9]$/.test(key) && focus(decisions()[Number(key) - 1]);
    }
  }

  /** The focus stays on the link, so that the choice has to be said. */
  private pick(): boolean {
    const done = press(here()?.querySelector<HTMLElement>("input[type=checkbox]"));
    const chosen = document.querySelectorAll("[data-item] input[type=checkbox]:checked").length;
    if (done) announce((this.dialog.dataset["chosen"] ?? "").replace("{0}", String(chosen)));
    return done;
  }

  private back(): boolean {
    const queue = this.dialog.dataset["queue"];
    if (queue) window.location.assign(queue);
    return queue !== undefined;
  }
}

function decisions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(DECISIONS)];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
}

/** The item of the queue that has the focus. */
function here(): Element | null {
  return document.activeElement?.closest("[data-item]") ?? null;
}

function move(by: number): boolean {
  const list = [...document.querySelectorAll("[data-item]")];
  const now = list.findIndex((item) => item === here());
  const next = now < 0 ? 0 : Math.min(Math.max(now + by, 0), list.length - 1);
  return focus(list[next]?.querySelector<HTMLElement>("a.queue__item"));
}

function press(control: HTMLElement | null | undefined): boolean {
  control?.click();
  return control !== null && control !== undefined;
}

function focus(control: HTMLElement | null | undefined): boolean {
  control?.focus();
  return control !== null && control !== undefined;
}

/** Takes a case or gives it back; what is somebody else's leads to the question whether to take it over. */
async function claim(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const page = document.querySelector<HTMLElement>("[data-refresh]");
  const item = button.closest("[data-item]")?.id ?? "";
  // Without an address of its own, a button's formAction is that of the page.
  const address = button.hasAttribute("formaction") ? button.formAction : form.action;
  const response = await fetch(address, { method: "POST", body: new FormData(form, button), headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (!response) { announce(document.body.dataset["connectionLost"] ?? ""); return; }
  if (!response.ok || !page) { window.location.assign(`${form.action}?fall=${encodeURIComponent(button.value)}`); return; }
  await refresh(page);
  announce(document.querySelector(`#${CSS.escape(item)} .queue__claim`)?.firstElementChild?.textContent ?? "");
}

/** Puts a template's words behind what was typed; a ground that was chosen stays. */
function fillIn(picker: HTMLElement): void {
  const option = picker.querySelector("select")?.selectedOptions[0];
  const form = picker.closest("form");
  const facts = form?.querySelector<HTMLTextAreaElement>("[name='Input.Facts']");
  const ground = form?.querySelector<HTMLSelectElement>("[name='Input.Ground']");
  const words = option?.dataset["text"];
  if (!facts || !words) { picker.querySelector("select")?.focus(); return; }
  const typed = facts.value.trim();
  if (!typed.includes(words)) facts.value = typed === "" ? words : `${typed}\n\n${words}`;
  if (ground?.value === "None") ground.value = option.dataset["ground"] ?? "None";
  facts.focus();
}

/** While somebody works on the page of a case of theirs, it stays theirs. */
function keep(bar: HTMLElement): void {
  const address = bar.dataset["claim"];
  const token = document.querySelector<HTMLInputElement>("main [name='__RequestVerificationToken']")?.value;
  if (!address || !token) return;
  let last = Date.now();
  const tell = (): void => {
    if (Date.now() - last < KEEP_EVERY) return;
    last = Date.now();
    void fetch(address, { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }), headers: { "X-Requested-With": "fetch" } }).catch(() => undefined);
  };
  for (const kind of ["input", "keydown", "pointerdown"]) document.addEventListener(kind, tell, { passive: true });
}

/** Enhances the queue, a case, or a form with templates. */
export function start(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-shortcuts]");
  if (dialog) new Shortcuts(dialog);
  const bar = document.querySelector<HTMLElement>("[data-claim]");
  if (bar) keep(bar);
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-claims]") || !(event.submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void claim(event.target, event.submitter);
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-reason-picker] button") : null;
    const picker = button?.closest<HTMLElement>("[data-reason-picker]");
    if (!picker) return;
    event.preventDefault();
    fillIn(picker);
  });
}

// The form of an idea: preview and similar ideas without leaving the page, and a draft that survives a crash, a time-out and signing in.
import { announce } from "./announce";
import { LocalDraft } from "./draft";
import { start as startEditors } from "./editor";
import { previewButton, showPreview } from "./preview";

const SIMILAR_FROM = 10;
const SIMILAR_AFTER_MS = 500;
const KEEP_AFTER_MS = 3_000;

const signedIn = (): boolean => Boolean(document.body.dataset["person"]);

function value(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : "";
}

function watchPreview(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    const button = previewButton(event);
    if (!button || form.dataset["plain"] || !signedIn()) return;
    event.preventDefault();
    void showPreview(form, button, value(form, "Input.Body"));
  });
}

function watchTitle(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-similar]");
  const title = form.elements.namedItem("Input.Title");
  if (!place || !(title instanceof HTMLInputElement)) return;
  let timer = 0;
  let request = new AbortController();
  title.addEventListener("input", () => {
    window.clearTimeout(timer);
    request.abort();
    request = new AbortController();
    const { signal } = request;
    timer = window.setTimeout(() => { void showSimilar(form, place, title.value.trim(), signal); }, SIMILAR_AFTER_MS);
  });
}

async function showSimilar(form: HTMLFormElement, place: HTMLElement, title: string, signal: AbortSignal): Promise<void> {
  const response = title.length < SIMILAR_FROM ? null : await fetch(`/ideen/aehnlich?titel=${encodeURIComponent(title)}`, { signal }).catch(() => null);
  const html = response?.ok ? (await response.text()).trim() : "";
  if (signal.aborted) return;
  const news = place.childElementCount === 0 && html !== "";
  place.innerHTML = html;
  if (news) announce(form.dataset["similarFound"] ?? "");
}

/** Keeps the draft in this browser at once, and on the server a little later. */
class Autosave {
  private timer = 0;
  private running = false;
  private again = false;
  private sent = false;

  constructor(private readonly form: HTMLFormElement, private readonly local: LocalDraft, private readonly onServer: boolean) {
    form.addEventListener("input", () => { this.changed(); });
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      this.sent = true;
      window.clearTimeout(this.timer);
      local.sending();
    });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && this.timer !== 0) void this.keep(); });
  }

  changed(): void {
    this.local.keep();
    window.clearTimeout(this.timer);
    const onServer = this.onServer && signedIn();
    this.timer = onServer ? window.setTimeout(() => { void this.keep(); }, KEEP_AFTER_MS) : 0;
    if (!onServer) this.say(this.form.dataset["savedHere"] ?? "");
  }

  private async keep(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.sent || this.local.isBlank()) return;
    if (this.running) { this.again = true; return; }
    this.running = true;
    const token = value(this.form, "__RequestVerificationToken");
    const body = new FormData(this.form);
    // A file goes up once, when it is inserted or the form is sent.
    for (const field of this.form.querySelectorAll<HTMLInputElement>("input[type=file]")) body.delete(field.name);
    const response = await fetch("/ideen/entwurf", { method: "POST", body, headers: { "X-Antiforgery": token }, redirect: "manual", keepalive: document.hidden }).catch(() => null);
    const kept = response?.ok ? ((await response.json().catch(() => null)) as { saved: string } | null) : null;
    this.say(kept?.saved ?? this.form.dataset["savedHere"] ?? "");
    this.running = false;
    if (!this.again) return;
    this.again = false;
    await this.keep();
  }

  private say(text: string): void {
    const place = this.form.querySelector<HTMLElement>("[data-saved]");
    const words = place?.querySelector("span");
    if (!place || !words) return;
    place.hidden = false;
    words.textContent = text;
  }
}

/** Enhances the forms of ideas. */
export function start(): void {
  startEditors();
  const form = document.querySelector("[data-editor]")?.closest("form");
  if (!form) return;
  watchPreview(form);
  const isNew = form.matches("[data-idea-form]");
  if (!isNew && !form.matches("[data-edit-form]")) return;
  const local = new LocalDraft(form);
  const early = local.isTouched();
  if (isNew) local.restore();
  else local.restoreChanges();
  watchTitle(form);
  const autosave = new Autosave(form, local, isNew);
  if (early) autosave.changed();
}

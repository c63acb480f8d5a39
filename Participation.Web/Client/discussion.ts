// The comment form: sent without leaving the page, moved under the comment one replies to, never losing what was typed.
import { announce } from "./announce";
import { previewButton, showPreview } from "./preview";

const MAX_KEPT = 20_000;
const SHOWN_WHEN_LEFT = 500;

class CommentForm {
  private readonly body: HTMLTextAreaElement;
  private readonly home: Comment;
  private readonly storeKey: string;

  constructor(private readonly form: HTMLFormElement) {
    const body = form.querySelector<HTMLTextAreaElement>("textarea");
    if (!body) throw new Error("A comment form has a text area.");
    this.body = body;
    this.home = document.createComment("form");
    form.before(this.home);
    // On a shared computer the next account does not see what this one typed.
    this.storeKey = `beitrag:${document.body.dataset["person"] ?? ""}:${form.getAttribute("action") ?? ""}`;
    this.restore();
    form.addEventListener("submit", (event) => { this.onSubmit(event); });
    body.addEventListener("input", () => { this.keep(); this.count(); });
    form.querySelector("[data-cancel-reply]")?.addEventListener("click", () => { this.replyTo(0, "", null); });
    document.addEventListener("click", (event) => { this.onClick(event); });
    document.addEventListener("reply-orphaned", () => { this.orphan(); });
    this.count();
  }

  private onSubmit(event: SubmitEvent): void {
    const button = previewButton(event);
    if (button && this.form.dataset["plain"]) return;
    event.preventDefault();
    if (button) void showPreview(this.form, button, this.body.value);
    else void this.send();
  }

  private onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    const link = event.target.closest<HTMLAnchorElement>("[data-reply]");
    if (!link) return;
    const comment = link.closest<HTMLElement>("[data-comment]");
    if (!comment) return;
    event.preventDefault();
    this.replyTo(Number(link.dataset["reply"]), comment.dataset["author"] ?? "", comment);
  }

  private replyTo(number: number, author: string, comment: HTMLElement | null): void {
    if (comment) comment.after(this.form);
    else this.home.after(this.form);
    this.field("Parent").value = number === 0 ? "" : String(number);
    this.text("[data-form-title]", number === 0 ? this.form.dataset["title"] : this.form.dataset["replyTitle"]?.replace("{0}", author));
    this.text("[data-send-text]", number === 0 ? this.form.dataset["send"] : this.form.dataset["sendReply"]);
    const cancel = this.form.querySelector<HTMLElement>("[data-cancel-reply]");
    if (cancel) cancel.hidden = number === 0;
    this.body.focus();
  }

  /** The comment one replies to was removed: the text stays, in the form's own place, and becomes a comment of its own. */
  private orphan(): void {
    const focused = document.activeElement === this.body;
    const [start, end] = [this.body.selectionStart, this.body.selectionEnd];
    this.replyTo(0, "", null);
    if (focused) this.body.setSelectionRange(start, end);
    this.note(this.form.dataset["orphaned"] ?? "");
    announce(this.form.dataset["orphaned"] ?? "");
  }

  private async send(): Promise<void> {
    const button = this.form.querySelector<HTMLButtonElement>(".form-end button[type=submit]");
    if (this.form.getAttribute("aria-busy") === "true") return;
    this.form.setAttribute("aria-busy", "true");
    this.error("");
    this.note("");
    try {
      const response = await fetch(this.form.action, { method: "POST", body: new FormData(this.form), headers: { "X-Requested-With": "fetch" } });
      const result = (await response.json().catch(() => ({}))) as { number?: number; held?: boolean; message?: string; personalData?: string };
      if (response.ok && result.number !== undefined) { this.posted(result.number, result.held === true, result.message ?? ""); return; }
      if (result.personalData) { this.ask(result.personalData); return; }
      if (response.status === 401) { window.location.assign(`/konto/anmelden?weiter=${encodeURIComponent(window.location.pathname + "#mitschreiben")}`); return; }
      // Whatever it was: without script the same form says it in full, and nothing typed is lost.
      if (result.message) this.error(result.message);
      else HTMLFormElement.prototype.submit.call(this.form);
    } catch {
      this.error(document.body.dataset["connectionLost"] ?? "");
    } finally {
      this.form.removeAttribute("aria-busy");
      if (document.activeElement === document.body) button?.focus();
    }
  }

  private posted(number: number, held: boolean, message: string): void {
    localStorage.removeItem(this.storeKey);
    this.body.value = "";
    const preview = this.form.querySelector<HTMLElement>("[data-preview-place]");
    if (preview) preview.hidden = true;
    for (const field of this.form.querySelectorAll<HTMLInputElement>("[data-picture] input")) field.value = "";
    this.ask("");
    this.field("SubmissionKey").value = crypto.randomUUID().replaceAll("-", "");
    this.replyTo(0, "", null);
    this.count();
    announce(message);
    if (held) this.note(message);
    else document.dispatchEvent(new CustomEvent("comment-posted", { detail: number }));
  }

  /** Whether personal data are meant to be published; sending it again is the answer. */
  private ask(found: string): void {
    const place = this.form.querySelector<HTMLElement>("[data-personal]");
    if (!place) return;
    this.field("SharesPersonalData").value = found === "" ? "" : "true";
    place.hidden = found === "";
    this.text("[data-personal-found]", found);
    if (found !== "") place.focus();
  }

  private note(message: string): void {
    const place = this.form.querySelector<HTMLElement>("[data-form-note]");
    if (!place) return;
    place.hidden = message === "";
    place.textContent = message;
  }

  private error(message: string): void {
    const place = this.form.querySelector<HTMLElement>("[data-form-error]");
    if (!place) return;
    place.hidden = message === "";
    const text = place.querySelector(".kern-body");
    if (text) text.textContent = message;
    this.body.toggleAttribute("aria-invalid", message !== "");
    if (message !== "") this.body.focus();
  }

  private keep(): void {
    if (this.body.value.length < MAX_KEPT) localStorage.setItem(this.storeKey, this.body.value);
  }

  private restore(): void {
    const kept = localStorage.getItem(this.storeKey);
    if (kept && this.body.value.trim() === "") this.body.value = kept;
  }

  private count(): void {
    const place = this.form.querySelector<HTMLElement>("[data-left]");
    const left = this.body.maxLength - this.body.value.length;
    if (!place) return;
    place.hidden = left > SHOWN_WHEN_LEFT;
    place.textContent = (this.body.dataset["count"] ?? "").replace("{0}", left.toLocaleString(document.documentElement.lang));
  }

  private field(name: string): HTMLInputElement {
    const field = this.form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) throw new Error(`The comment form has no field ${name}.`);
    return field;
  }

  private text(selector: string, text: string | undefined): void {
    const place = this.form.querySelector(selector);
    if (place && text !== undefined) place.textContent = text;
  }
}

/** Enhances the comment form of the page. */
export function start(): void {
  const form = document.querySelector<HTMLFormElement>("[data-comment-form]");
  if (form) new CommentForm(form);
}

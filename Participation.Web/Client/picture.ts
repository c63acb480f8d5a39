// Puts an image into the text where the cursor is, without leaving the page. Without script the same buttons send the form.
import { announce } from "./announce";

interface Taken { markdown?: string; message?: string }

class Picture {
  private readonly form: HTMLFormElement;
  private readonly text: HTMLTextAreaElement;
  private readonly file: HTMLInputElement;
  private readonly alt: HTMLInputElement;
  private running = false;

  constructor(private readonly frame: HTMLElement) {
    const form = frame.closest("form");
    const text = form?.querySelector("textarea.editor__text, textarea[name=Body], textarea[name='Input.Body']");
    const file = frame.querySelector("input[type=file]");
    const alt = frame.querySelector("input[type=text]");
    if (!form || !(text instanceof HTMLTextAreaElement) || !(file instanceof HTMLInputElement) || !(alt instanceof HTMLInputElement)) throw new Error("An image belongs to a text.");
    [this.form, this.text, this.file, this.alt] = [form, text, file, alt];
    // Before anything else that listens: this form is not sent, only its image is.
    form.addEventListener("submit", (event) => { this.onSubmit(event); }, true);
    file.addEventListener("change", () => { this.error(""); });
  }

  private onSubmit(event: SubmitEvent): void {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || !button.matches("[data-insert]") || !document.body.dataset["person"]) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const chosen = this.file.files?.[0];
    if (!chosen) this.error(this.frame.dataset["missing"] ?? "", this.file);
    else if (chosen.size > Number(this.frame.dataset["most"])) this.error(this.frame.dataset["tooLarge"] ?? "", this.file);
    else if (!this.running) this.send(chosen);
  }

  private send(chosen: File): void {
    this.running = true;
    this.error("");
    announce(this.frame.dataset["working"] ?? "");
    const progress = this.frame.querySelector("progress");
    const body = new FormData();
    body.append(this.file.name, chosen);
    body.append(this.alt.name, this.alt.value);
    const request = new XMLHttpRequest();
    request.open("POST", this.frame.dataset["address"] ?? "");
    request.setRequestHeader("X-Antiforgery", this.form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "");
    request.upload.addEventListener("progress", (event) => { if (progress && event.lengthComputable) progress.value = (100 * event.loaded) / event.total; });
    request.addEventListener("loadend", () => {
      this.running = false;
      if (progress) { progress.hidden = true; progress.removeAttribute("value"); }
      this.done(read(request));
    });
    if (progress) progress.hidden = false;
    request.send(body);
  }

  private done(taken: Taken): void {
    if (taken.markdown === undefined) {
      this.error(taken.message ?? this.frame.dataset["failed"] ?? "", this.alt.value.trim() === "" ? this.alt : this.file);
      return;
    }
    this.insert(taken.markdown);
    this.file.value = "";
    this.alt.value = "";
    announce(taken.message ?? "");
  }

  /** As a paragraph of its own, in a way that the browser can undo. */
  private insert(markdown: string): void {
    const { selectionStart: at, value } = this.text;
    const before = value.slice(0, at).trimEnd() === "" ? "" : "\n\n";
    const text = `${before}${markdown}\n\n`;
    this.text.focus();
    this.text.setSelectionRange(at, this.text.selectionEnd);
    if (document.execCommand("insertText", false, text)) return;
    this.text.setRangeText(text, at, this.text.selectionEnd, "end");
    this.text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  private error(message: string, field?: HTMLInputElement): void {
    const place = this.frame.querySelector<HTMLElement>("[data-picture-error]");
    const words = place?.querySelector(".kern-body");
    if (!place || !words) return;
    place.hidden = message === "";
    words.textContent = message;
    field?.focus();
  }
}

function read(request: XMLHttpRequest): Taken {
  try {
    return JSON.parse(request.responseText) as Taken;
  } catch {
    return {};
  }
}

/** Enhances the image fields of the page. */
export function start(): void {
  for (const frame of document.querySelectorAll<HTMLElement>("[data-picture]")) new Picture(frame);
}

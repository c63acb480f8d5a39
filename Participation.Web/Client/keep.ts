// What is typed into a form of the staff is kept on the server a little later, so that a crash, a time-out or a wrong click loses nothing.

const KEEP_AFTER_MS = 3_000;
const AGAIN_AFTER_MS = 15_000;

class KeptForm {
  private timer = 0;
  private running = false;
  private again = false;
  private sent = false;

  constructor(private readonly form: HTMLFormElement, private readonly address: string) {
    form.addEventListener("input", () => { this.later(KEEP_AFTER_MS); });
    form.addEventListener("change", () => { this.later(KEEP_AFTER_MS); });
    form.addEventListener("submit", (event) => { this.onSubmit(event); });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && this.timer !== 0) void this.keep(); });
  }

  private onSubmit(event: SubmitEvent): void {
    if (event.defaultPrevented) return;
    if (event.submitter?.matches("[data-keep-now]")) {
      event.preventDefault();
      void this.keep();
      return;
    }
    this.sent = true;
    window.clearTimeout(this.timer);
  }

  private later(pause: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { void this.keep(); }, pause);
  }

  private async keep(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.sent) return;
    if (this.running) { this.again = true; return; }
    this.running = true;
    const body = new FormData(this.form);
    // A file goes up once, when the form is sent.
    for (const field of this.form.querySelectorAll<HTMLInputElement>("input[type=file]")) body.delete(field.name);
    const token = body.get("__RequestVerificationToken");
    const headers = { "X-Antiforgery": typeof token === "string" ? token : "" };
    const response = await fetch(this.address, { method: "POST", body, headers, redirect: "manual", keepalive: document.hidden }).catch(() => null);
    const answer = response?.ok ? ((await response.json().catch(() => null)) as { saved?: string } | null) : null;
    this.running = false;
    this.say(answer?.saved);
    if (!answer) this.later(AGAIN_AFTER_MS);
    if (!this.again) return;
    this.again = false;
    await this.keep();
  }

  private say(saved: string | undefined): void {
    const place = this.form.querySelector<HTMLElement>("[data-kept]");
    if (place) place.textContent = saved ?? place.dataset["failed"] ?? "";
  }
}

/** Enhances the forms of the staff. */
export function start(): void {
  for (const line of document.querySelectorAll<HTMLElement>("[data-keep]")) {
    const form = line.closest("form");
    if (form) new KeptForm(form, line.dataset["keep"] ?? "");
  }
}

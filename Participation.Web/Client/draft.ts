// The draft of an idea in this browser. It belongs to whoever typed it: another account does not get to see it.
import { announce } from "./announce";

const NEW_IDEA = "idee:entwurf";
const SENDING = "idee:unterwegs";
const WEEKS_2 = 14 * 24 * 3_600_000;
const TEXTS = ["Input.Title", "Input.Body", "Input.Summary"];
const SKIPPED = new Set(["__RequestVerificationToken", "Input.Rules"]);

interface Kept { person: string; at: number; fields: Record<string, string> }

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class LocalDraft {
  private readonly before: ReadonlyMap<string, string>;
  private readonly store: string;

  constructor(private readonly form: HTMLFormElement) {
    this.store = form.dataset["store"] ?? NEW_IDEA;
    this.before = new Map(this.fields().map((field) => [field.name, served(field)]));
    form.querySelector("[data-discard]")?.addEventListener("click", () => { this.discard(); });
  }

  /** Whether something differs from what the server sent, such as a text that was typed before this script was there. */
  isTouched(): boolean {
    return this.fields().some((field) => field.value !== this.before.get(field.name));
  }

  /** Whether there is nothing worth keeping. */
  isBlank(): boolean {
    return TEXTS.every((name) => (this.field(name)?.value.trim() ?? "") === "");
  }

  keep(): void {
    const fields = Object.fromEntries(this.fields().map((field) => [field.name, field.value]));
    const kept: Kept = { person: document.body.dataset["person"] ?? "", at: Date.now(), fields };
    try {
      if (this.isBlank()) localStorage.removeItem(this.store);
      else localStorage.setItem(this.store, JSON.stringify(kept));
    } catch {
      // No room or not allowed: the server's copy has to do.
    }
  }

  /** Remembers that the form is on its way; the page that says it arrived forgets the draft. */
  sending(): void {
    this.keep();
    sessionStorage.setItem(SENDING, this.store);
  }

  /** Fills a form that came empty with what was typed before. What the server put into the form is newer and stays. */
  restore(): void {
    sessionStorage.removeItem(SENDING);
    const kept = read(this.store);
    if (kept && TEXTS.every((name) => (this.before.get(name) ?? "").trim() === "")) this.fill(kept);
  }

  /** Brings changes of an existing text back, if they were made to the version that the form shows. */
  restoreChanges(): void {
    sessionStorage.removeItem(SENDING);
    const kept = read(this.store);
    const version = "Input.TextVersion";
    if (!kept || kept.fields[version] !== this.before.get(version)) return;
    if (this.fields().some((field) => kept.fields[field.name] !== undefined && kept.fields[field.name] !== field.value)) this.fill(kept);
  }

  /** What was typed before this script was there is newer and stays. */
  private fill(kept: Kept): void {
    for (const field of this.fields().filter((candidate) => candidate.value === this.before.get(candidate.name))) {
      const value = kept.fields[field.name];
      if (value === undefined || (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value))) continue;
      field.value = value;
      if (value !== "") field.closest("details")?.setAttribute("open", "");
    }
    this.tell();
    const note = this.form.querySelector<HTMLElement>("[data-restored]");
    if (note) note.hidden = false;
    // The draft that is offered is the one that is already back.
    const offer = this.form.querySelector<HTMLElement>("[data-offer]");
    if (offer && offer.dataset["offer"] === kept.fields["Input.SubmissionKey"]) offer.hidden = true;
  }

  private discard(): void {
    localStorage.removeItem(this.store);
    for (const field of this.fields()) field.value = this.before.get(field.name) ?? "";
    const note = this.form.querySelector<HTMLElement>("[data-restored]");
    if (note) note.hidden = true;
    this.tell();
    announce(this.form.dataset["discarded"] ?? "");
    this.field("Input.Title")?.focus();
  }

  /** Lets counter and similar ideas see the new texts. */
  private tell(): void {
    for (const name of ["Input.Title", "Input.Body"]) this.field(name)?.dispatchEvent(new Event("input"));
  }

  private field(name: string): Field | undefined {
    return this.fields().find((field) => field.name === name);
  }

  private fields(): Field[] {
    return [...this.form.querySelectorAll<Field>("input[name], textarea[name], select[name]")].filter((field) => field.type !== "file" && !SKIPPED.has(field.name));
  }
}

/** A field's value as the server sent it, whatever stands in it by now. */
function served(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
}

function read(store: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(store) ?? "null") as Kept | null;
    const mine = kept && (kept.person === "" || kept.person === document.body.dataset["person"]);
    return mine && Date.now() - kept.at < WEEKS_2 ? kept : null;
  } catch {
    return null;
  }
}

/** Forgets the draft once the idea has a page of its own or the server shows its draft. */
export function arrived(): void {
  const store = sessionStorage.getItem(SENDING);
  if (!store) return;
  sessionStorage.removeItem(SENDING);
  if (/^\/ideen\/\d/.test(window.location.pathname)) localStorage.removeItem(store);
}

// The toolbar of a text field for Markdown, its short cuts, and what is left of its length.

const PREFIXES: Record<string, string> = { heading: "## ", bullets: "- ", numbers: "1. ", quote: "> " };
const MARKS: Record<string, string> = { bold: "**", italic: "*" };
const KEYS: Record<string, string> = { b: "bold", i: "italic" };

class Editor {
  private readonly text: HTMLTextAreaElement;
  private readonly tools: HTMLButtonElement[];

  constructor(private readonly frame: HTMLElement) {
    const text = frame.querySelector("textarea");
    if (!text) throw new Error("An editor has a text area.");
    this.text = text;
    this.tools = [...frame.querySelectorAll<HTMLButtonElement>("[data-tool]")];
    this.showToolbar();
    text.addEventListener("input", () => { this.count(); });
    text.addEventListener("keydown", (event) => { this.onKey(event); });
    this.count();
  }

  private showToolbar(): void {
    const bar = this.frame.querySelector<HTMLElement>("[data-toolbar]");
    if (!bar) return;
    bar.hidden = false;
    // One stop for the tab key; arrows move within, as in every toolbar.
    this.tools.forEach((tool, index) => { tool.tabIndex = index === 0 ? 0 : -1; });
    bar.addEventListener("keydown", (event) => { this.move(event); });
    bar.addEventListener("click", (event) => {
      const tool = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-tool]") : null;
      if (tool) this.apply(tool.dataset["tool"] ?? "");
    });
  }

  private move(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -this.tools.length, End: this.tools.length };
    const step = steps[event.key];
    const at = this.tools.findIndex((tool) => tool === document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = Math.abs(step) > 1 ? (step < 0 ? 0 : this.tools.length - 1) : (at + step + this.tools.length) % this.tools.length;
    this.tools.forEach((tool, index) => { tool.tabIndex = index === next ? 0 : -1; });
    this.tools[next]?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? KEYS[event.key.toLowerCase()] : undefined;
    if (!tool) return;
    event.preventDefault();
    this.apply(tool);
  }

  private apply(tool: string): void {
    const mark = MARKS[tool];
    const prefix = PREFIXES[tool];
    if (mark) this.wrap(mark);
    else if (prefix) this.prefix(prefix);
    else this.link();
  }

  private wrap(mark: string): void {
    const { selectionStart: start, selectionEnd: end, value } = this.text;
    const inside = value.slice(start, end);
    const marked = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
    if (marked) this.replace(start - mark.length, end + mark.length, inside, 0, inside.length);
    else this.replace(start, end, mark + inside + mark, mark.length, mark.length + inside.length);
  }

  private prefix(prefix: string): void {
    const { selectionStart, selectionEnd, value } = this.text;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const after = value.indexOf("\n", selectionEnd);
    const end = after < 0 ? value.length : after;
    const lines = value.slice(start, end).split("\n");
    const on = lines.every((line) => line.startsWith(prefix));
    const text = lines.map((line) => (on ? line.slice(prefix.length) : prefix + line)).join("\n");
    this.replace(start, end, text, text.length, text.length);
  }

  private link(): void {
    const { selectionStart: start, selectionEnd: end, value } = this.text;
    const label = value.slice(start, end) || (this.frame.dataset["linkText"] ?? "");
    const text = `[${label}](https://)`;
    this.replace(start, end, text, text.length - 1, text.length - 1);
  }

  /** Puts a text into the field in a way that the browser can undo. */
  private replace(start: number, end: number, text: string, selectFrom: number, selectTo: number): void {
    this.text.focus();
    this.text.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.text.setRangeText(text, start, end, "end");
      this.text.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    this.text.setSelectionRange(start + selectFrom, start + selectTo);
  }

  private count(): void {
    const place = this.frame.querySelector<HTMLElement>("[data-characters]");
    if (!place) return;
    const left = Number(this.frame.dataset["max"]) - this.text.value.length;
    const text = (left < 0 ? this.frame.dataset["over"] : this.frame.dataset["left"]) ?? "";
    place.textContent = text.replace("{0}", Math.abs(left).toLocaleString(document.documentElement.lang));
    place.classList.toggle("fine--alarm", left < 0);
  }
}

/** Enhances the editors of the page. */
export function start(): void {
  for (const frame of document.querySelectorAll<HTMLElement>("[data-editor]")) new Editor(frame);
}

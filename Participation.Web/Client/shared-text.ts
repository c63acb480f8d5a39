// The page on which organisations write a proposal: one connection, an editor per section, who is here, and the preview beside each text.
import { HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";
import { announce } from "./announce";
import { SharedEditor, type News } from "./shared-editor";

interface Present { text: string; key: string; name: string; organisation: string; anchor: number; head: number; asks: boolean }

const SAY_AFTER_MS = 300;
const SAY_AGAIN_MS = 20_000;
const GONE_AFTER_MS = 60_000;
const LONGEST_WAIT = 15_000;
const PREVIEW_AFTER_MS = 1_500;
const PREVIEW_PAUSE_MS = 1_500;
const SILENCE_MS = 15_000;
const CALM_MS = 5_000;
const COLOURS = 6;

class WritingPage {
  private readonly editors = new Map<string, SharedEditor>();
  private readonly people = new Map<string, Present & { at: number }>();
  private readonly stale = new Set<SharedEditor>();
  private connection: HubConnection | null = null;
  private current: SharedEditor | null = null;
  private tries = 0;
  private sayTimer = 0;
  private previewTimer = 0;
  private news: string[] = [];
  private newsTimer = 0;

  constructor(private readonly page: HTMLElement) {
    const word = (name: string): string => page.dataset[name] ?? "";
    const words = { saved: word("saved"), saving: word("saving"), offline: word("offline"), closed: word("closed"), stuck: word("stuck") };
    for (const section of page.querySelectorAll<HTMLElement>("[data-text]")) {
      const editor = new SharedEditor(section, words, Number(word("max")), (it) => { this.stale.add(it); this.previewSoon(); }, (it) => { if (it.view.hasFocus) { this.current = it; this.saySoon(); } });
      this.editors.set(editor.id, editor);
    }
    page.querySelector<HTMLElement>("[data-keys]")?.removeAttribute("hidden");
    window.addEventListener("pagehide", () => { this.each((it) => { it.keepNow(true); }); });
    document.addEventListener("visibilitychange", () => { this.each((it) => { it.keepNow(); }); });
    window.setInterval(() => { this.say(false); this.forgetSilent(); }, SAY_AGAIN_MS);
    // The browser says at once when the network is gone or back.
    window.addEventListener("offline", () => { void this.connection?.stop().catch(() => undefined); });
    window.addEventListener("online", () => { if (!this.connection) void this.connect(); });
  }

  async connect(): Promise<void> {
    const connection = new HubConnectionBuilder().withUrl(`/hub/schreiben?sprache=${document.documentElement.lang}`).configureLogging(LogLevel.None).build();
    connection.serverTimeoutInMilliseconds = SILENCE_MS;
    connection.keepAliveIntervalInMilliseconds = SILENCE_MS / 3;
    connection.on("news", (news: News) => { this.editors.get(news.text)?.receive(news); });
    connection.on("here", (present: Present) => { this.here(present); });
    connection.on("gone", (text: string, key: string) => { this.gone(key, text); });
    connection.on("closed", (text: string) => { this.editors.get(text)?.close(); });
    connection.onclose(() => { if (this.connection === connection) this.lost(); });
    try {
      await connection.start();
      this.connection = connection;
      for (const editor of this.editors.values()) await editor.join(connection);
      if (this.tries > 0) announce(this.page.dataset["back"] ?? "");
      this.tries = 0;
      this.say(true);
    } catch {
      this.connection = null;
      await connection.stop().catch(() => undefined);
      this.again();
    }
  }

  private lost(): void {
    this.connection = null;
    announce(this.page.dataset["lost"] ?? "");
    this.people.clear();
    this.list();
    this.again();
  }

  private again(): void {
    this.each((it) => { it.lost(); });
    this.tries++;
    window.setTimeout(() => { if (!this.connection) void this.connect(); }, Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(this.tries, 5)));
  }

  private each(what: (editor: SharedEditor) => void): void {
    for (const editor of this.editors.values()) what(editor);
  }

  private saySoon(): void {
    if (this.sayTimer === 0) this.sayTimer = window.setTimeout(() => { this.sayTimer = 0; this.say(false); }, SAY_AFTER_MS);
  }

  private say(asks: boolean): void {
    const editor = this.current ?? this.editors.values().next().value;
    if (!this.connection || !editor || (document.hidden && !asks)) return;
    const { anchor, head } = editor.view.state.selection.main;
    void this.connection.send("Cursor", editor.id, anchor, head, asks).catch(() => undefined);
  }

  private here(present: Present): void {
    const before = this.people.get(present.key);
    this.people.set(present.key, { ...present, at: Date.now() });
    if (present.asks) this.saySoon();
    if (before && before.text !== present.text) this.editors.get(before.text)?.gone(present.key);
    this.editors.get(present.text)?.caret({ key: present.key, name: present.name, anchor: present.anchor, head: present.head, colour: this.colour(present.key) });
    if (!before) this.tell((this.page.dataset["joined"] ?? "").replace("{0}", present.name));
    if (before?.text !== present.text) this.list();
  }

  private gone(key: string, text: string): void {
    this.editors.get(text)?.gone(key);
    const person = this.people.get(key);
    if (!person) return;
    this.people.delete(key);
    this.each((it) => { it.gone(key); });
    this.tell((this.page.dataset["left"] ?? "").replace("{0}", person.name));
    this.list();
  }

  private forgetSilent(): void {
    for (const [key, person] of this.people) if (Date.now() - person.at > GONE_AFTER_MS) this.gone(key, person.text);
  }

  private colour(key: string): number {
    return [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;
  }

  /** Who comes and goes is said calmly, several in one sentence. */
  private tell(text: string): void {
    this.news.push(text);
    if (this.newsTimer !== 0) return;
    this.newsTimer = window.setTimeout(() => {
      announce(this.news.slice(-3).join(" "));
      this.news = [];
      this.newsTimer = 0;
    }, CALM_MS);
  }

  private list(): void {
    const place = this.page.querySelector<HTMLElement>("[data-present]");
    const list = place?.querySelector("ul");
    if (!place || !list) return;
    place.hidden = this.people.size === 0;
    list.replaceChildren(...[...this.people.values()].map((person) => {
      const item = document.createElement("li");
      item.textContent = (this.page.dataset["here"] ?? "").replace("{0}", person.name).replace("{1}", person.organisation).replace("{2}", this.editors.get(person.text)?.title ?? "");
      return item;
    }));
  }

  private previewSoon(): void {
    if (this.previewTimer === 0) this.previewTimer = window.setTimeout(() => { void this.preview(); }, PREVIEW_AFTER_MS);
  }

  /** One preview after the other, never many at once. */
  private async preview(): Promise<void> {
    const [editor] = this.stale;
    const section = editor && this.page.querySelector<HTMLElement>(`[data-text="${CSS.escape(editor.id)}"]`);
    const place = section?.querySelector<HTMLElement>("[data-preview]");
    if (editor && place) {
      this.stale.delete(editor);
      const token = section?.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "";
      const response = await fetch("/vorschau", { method: "POST", body: new URLSearchParams({ text: editor.text }), headers: { "X-Antiforgery": token }, redirect: "manual" }).catch(() => null);
      if (response?.ok) place.innerHTML = await response.text();
      else if (response?.status === 429) this.stale.add(editor);
      else if (response && (response.headers.get("Content-Type") ?? "").startsWith("text/plain")) {
        // Too long or too intricate to be shown beside: said instead of a picture that is not true any more.
        const why = document.createElement("p");
        why.className = "fine";
        why.textContent = await response.text();
        place.replaceChildren(why);
      }
    }
    await new Promise((done) => window.setTimeout(done, PREVIEW_PAUSE_MS));
    this.previewTimer = 0;
    if (this.stale.size > 0) this.previewSoon();
  }
}

/** Starts the page. A text that waits to be settled by hand stays a plain form. */
export function start(): void {
  const page = document.querySelector<HTMLElement>("[data-writing]");
  if (page && !page.querySelector("[data-unsettled]")) void new WritingPage(page).connect();
}

// One text that several people write: CodeMirror over the plain field, and what goes to the site and comes from it.
import { collab, receiveUpdates, sendableUpdates, getSyncedVersion } from "@codemirror/collab";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { ChangeSet, Compartment, EditorState, Prec, Transaction, type ChangeSpec, type Text, type TransactionSpec } from "@codemirror/state";
import { EditorView, drawSelection, keymap, type ViewUpdate } from "@codemirror/view";
import { type HubConnection } from "@microsoft/signalr";
import { cursors, moved, type Caret } from "./shared-cursors";
import { forget, keep, leftBehind, type Kept } from "./shared-keep";
import { look } from "./shared-look";

export interface News { text: string; since: number; updates: { client: string; changes: unknown }[]; reload: boolean }
interface Answer { version: number; refusal: string | null; message: string | null }
export interface Words { saved: string; saving: string; offline: string; closed: string; stuck: string }

const SEND_AFTER_MS = 120;
const KEEP_AFTER_MS = 250;
const REFRESH_KEPT_MS = 5_000;
const FETCH_AFTER_MS = 400;
const AGAIN_AFTER_MS = 2_000;
const MOST_UPDATES = 100;

export class SharedEditor {
  readonly id: string;
  readonly title: string;
  readonly view: EditorView;
  private readonly client: string;
  private readonly field: HTMLTextAreaElement;
  private readonly state: HTMLElement | null;
  private readonly writable = new Compartment();
  private connection: HubConnection | null = null;
  private sending = false;
  private fetching = false;
  private problem = "";
  private timer = 0;
  private keepTimer = 0;
  private keepsAgain = false;

  constructor(private readonly section: HTMLElement, private readonly words: Words, private readonly most: number, private readonly onChange: (editor: SharedEditor, own: boolean) => void, private readonly onMove: (editor: SharedEditor) => void) {
    const field = section.querySelector<HTMLTextAreaElement>("[data-plain-text]");
    if (!field) throw new Error("A section has a field.");
    this.field = field;
    this.id = section.dataset["text"] ?? "";
    this.title = section.dataset["title"] ?? "";
    this.client = (section.dataset["client"] ?? "") + Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    this.state = section.querySelector<HTMLElement>("[data-state]");
    this.view = this.open();
    window.setInterval(() => { if (this.unsent.length > 0) this.keepNow(); if (this.connection) this.offer(); }, REFRESH_KEPT_MS);
  }

  get version(): number { return getSyncedVersion(this.view.state); }
  get unsent(): ReturnType<typeof sendableUpdates> { return sendableUpdates(this.view.state); }
  get text(): string { return this.view.state.doc.toString(); }

  private open(): EditorView {
    const host = document.createElement("div");
    host.className = "writing__editor";
    this.field.before(host);
    const root = host.attachShadow({ mode: "open" });
    const typed = this.field.value;
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: this.field.defaultValue,
        extensions: [
          collab({ startVersion: Number(this.section.dataset["version"]), clientID: this.client }),
          history(), drawSelection(), EditorView.lineWrapping, look, cursors,
          Prec.high(keymap.of([{ key: "Mod-b", run: (it) => wrap(it, "**") }, { key: "Mod-i", run: (it) => wrap(it, "*") }])),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorState.transactionFilter.of((transaction) => mended(transaction, this.most)),
          EditorView.contentAttributes.of({ "aria-label": this.field.labels?.[0]?.textContent ?? this.title, "aria-description": document.getElementById(this.field.getAttribute("aria-describedby")?.split(" ")[0] ?? "")?.textContent ?? "", spellcheck: "true", lang: document.documentElement.lang, autocapitalize: "sentences" }),
          this.writable.of([]),
          EditorView.updateListener.of((update) => { this.changed(update); }),
        ],
      }),
    });
    // The label of the plain field, and links to it from the summary of errors, lead to the editor.
    this.field.labels?.[0]?.addEventListener("click", () => { view.focus(); });
    this.field.hidden = true;
    this.section.querySelector<HTMLElement>("[data-save]")?.setAttribute("hidden", "");
    // What somebody typed before this script was there.
    if (typed !== this.field.defaultValue) window.setTimeout(() => { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: typed } }); });
    return view;
  }

  /** The connection is there: what was missed comes first, then what is not stored yet goes out. */
  async join(connection: HubConnection): Promise<void> {
    const missed = await connection.invoke<News | null>("Join", this.id, this.version);
    if (!missed) { this.close(); return; }
    this.connection = connection;
    this.sending = false;
    this.fetching = false;
    this.receive(missed);
    if (this.problem === this.words.closed) this.reopen();
    this.show();
    this.soon();
    this.offer();
  }

  lost(): void {
    this.connection = null;
    this.show();
  }

  close(): void {
    this.problem = this.words.closed;
    this.view.dispatch({ effects: this.writable.reconfigure([EditorState.readOnly.of(true), EditorView.editable.of(false)]) });
    this.keepNow();
    this.show();
  }

  /** Takes what was accepted, one update after the other, as the site moved ours over it. */
  receive(news: News): void {
    if (news.reload) { this.stop(); return; }
    if (news.since > this.version) { this.fetchSoon(); return; }
    const fresh = news.updates.slice(this.version - news.since);
    for (const update of fresh) this.view.dispatch(receiveUpdates(this.view.state, [{ clientID: update.client, changes: ChangeSet.fromJSON(update.changes) }]));
    if (fresh.length === 0) return;
    this.keepSoon();
    this.show();
    this.soon();
  }

  caret(caret: Caret): void { this.view.dispatch({ effects: moved.of({ key: caret.key, caret }) }); }

  gone(key: string): void { this.view.dispatch({ effects: moved.of({ key, caret: null }) }); }

  keepNow(left = false): void {
    window.clearTimeout(this.keepTimer);
    this.keepTimer = 0;
    keep(this.id, this.client, this.version, this.unsent.map((update) => update.changes), MOST_UPDATES, this.text, left);
  }

  private changed(update: ViewUpdate): void {
    const own = update.docChanged && update.transactions.some((transaction) => transaction.docChanged && !transaction.annotation(Transaction.remote));
    if (own) {
      this.keepSoon();
      this.show();
      this.soon();
    }
    if (update.docChanged) this.onChange(this, own);
    if (update.selectionSet || update.focusChanged || own) this.onMove(this);
  }

  private soon(): void {
    if (this.timer !== 0) return;
    this.timer = window.setTimeout(() => { this.timer = 0; void this.send(); }, SEND_AFTER_MS);
  }

  private async send(): Promise<void> {
    const connection = this.connection;
    if (this.sending || !connection || this.problem || this.unsent.length === 0) return;
    this.sending = true;
    const updates = this.unsent.slice(0, MOST_UPDATES).map((update) => update.changes.toJSON() as unknown);
    const answer = await connection.invoke<Answer>("Push", this.id, this.version, this.client, updates).catch(() => null);
    if (this.connection !== connection) return;
    this.sending = false;
    if (answer?.refusal) this.refused(answer);
    else if (!answer) window.setTimeout(() => { this.soon(); }, AGAIN_AFTER_MS);
    else if (answer.version > this.version) window.setTimeout(() => { if (answer.version > this.version) this.fetchSoon(); }, FETCH_AFTER_MS);
    else if (this.unsent.length > 0) this.soon();
  }

  private refused(answer: Answer): void {
    if (answer.refusal === "WritingTooFast") window.setTimeout(() => { this.soon(); }, AGAIN_AFTER_MS);
    else if (answer.refusal === "TooFarBehind") this.fetchSoon();
    else if (answer.refusal === "TextIsClosed" || answer.refusal === "NotAllowed") this.close();
    else this.stop();
  }

  private fetchSoon(): void {
    const connection = this.connection;
    if (this.fetching || !connection) return;
    this.fetching = true;
    void connection.invoke<News | null>("Pull", this.id, this.version).catch(() => null).then((news) => {
      this.fetching = false;
      if (news) this.receive(news);
      else if (this.connection) window.setTimeout(() => { this.fetchSoon(); }, AGAIN_AFTER_MS);
    });
  }

  /** Something does not fit: nothing more goes out, and what is not stored is offered when the page is loaded anew. */
  private stop(): void {
    this.problem = this.words.stuck;
    this.view.dispatch({ effects: this.writable.reconfigure([EditorState.readOnly.of(true)]) });
    this.keepNow();
    this.show();
  }

  private reopen(): void {
    this.problem = "";
    this.view.dispatch({ effects: this.writable.reconfigure([]) });
  }

  private keepSoon(): void {
    if (this.keepTimer !== 0) { this.keepsAgain = true; return; }
    // The first change at once, what follows a little later.
    this.keepNow();
    this.keepTimer = window.setTimeout(() => {
      this.keepTimer = 0;
      if (!this.keepsAgain) return;
      this.keepsAgain = false;
      this.keepSoon();
    }, KEEP_AFTER_MS);
  }

  private show(): void {
    if (!this.state) return;
    const words = this.problem || (!this.connection ? this.words.offline : this.unsent.length > 0 ? this.words.saving : this.words.saved.replace("{0}", this.version.toLocaleString(document.documentElement.lang)));
    this.state.hidden = false;
    this.state.dataset["state"] = this.problem ? "problem" : !this.connection ? "offline" : this.unsent.length > 0 ? "saving" : "saved";
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  /** Offers what an earlier editor of this person could not store. */
  private offer(): void {
    const place = this.section.querySelector<HTMLElement>("[data-offer]");
    const [kept] = leftBehind(this.id, this.client);
    if (!place || !kept || !place.hidden) return;
    const text = place.querySelector<HTMLElement>("[data-kept]");
    if (text) text.textContent = kept.text;
    place.hidden = false;
    place.querySelector<HTMLButtonElement>("[data-take]")?.addEventListener("click", () => { void this.take(kept, place); }, { once: true });
    place.querySelector<HTMLButtonElement>("[data-drop]")?.addEventListener("click", () => { forget(this.id, kept.client); place.hidden = true; this.view.focus(); }, { once: true });
  }

  /** Sent as what it was: what had been stored before the crash is not stored again. What does not fit any more stays to be copied. */
  private async take(kept: Kept, place: HTMLElement): Promise<void> {
    const answer = await this.connection?.invoke<Answer>("Push", this.id, kept.version, kept.client, kept.updates).catch(() => null);
    if (!answer || answer.refusal) {
      place.querySelector("details")?.setAttribute("open", "");
      const note = place.querySelector("p");
      if (note && answer?.message) note.textContent = answer.message;
      place.querySelector("[data-take]")?.addEventListener("click", () => { void this.take(kept, place); }, { once: true });
      return;
    }
    forget(this.id, kept.client);
    place.hidden = true;
    this.view.focus();
  }
}

function wrap(view: EditorView, mark: string): boolean {
  view.dispatch(view.state.changeByRange((range) => ({
    changes: [{ from: range.from, insert: mark }, { from: range.to, insert: mark }],
    range: range.empty ? range.extend(range.from + mark.length, range.from + mark.length) : range.extend(range.from + mark.length, range.to + mark.length),
  })));
  return true;
}

const inPair = (doc: Text, at: number): boolean => at > 0 && at < doc.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(doc.sliceString(at - 1, at + 1));
const UNTYPABLE = /[\u0000-\u0008\u000b-\u001f]|\p{Surrogate}/gu;

/** A browser may report that one half of an emoji changed, and a paste may bring what no text may have. Both are mended; what would be too long is not taken. */
function mended(transaction: Transaction, most: number): TransactionSpec | readonly TransactionSpec[] {
  if (!transaction.docChanged) return transaction;
  if (transaction.newDoc.length > most && transaction.newDoc.length > transaction.startState.doc.length) return [];
  const doc = transaction.startState.doc;
  const changes: ChangeSpec[] = [];
  let differs = false;
  transaction.changes.iterChanges((from, to, _a, _b, inserted) => {
    const text = inserted.toString();
    const [start, end] = [inPair(doc, from) ? from - 1 : from, inPair(doc, to) ? to + 1 : to];
    const whole = (doc.sliceString(start, from) + text + doc.sliceString(to, end)).replace(UNTYPABLE, "");
    differs ||= start !== from || end !== to || whole !== text;
    changes.push({ from: start, to: end, insert: whole });
  }, true);
  return differs ? { changes } : transaction;
}

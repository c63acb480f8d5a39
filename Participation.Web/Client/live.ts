// Joins the page's channel from the number it was rendered at, applies each change once, and catches up after any gap.
import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";
import { announce, counted } from "./announce";
import { refresh } from "./region";
import { Thread, type Change } from "./thread";

interface CatchUp { sequence: number; reload: boolean; changes: Change[]; totals?: Record<string, number> | null }
interface Counts { idea: number; for: number; neutral: number; against: number; comments: number; bar: string }
interface PresenceCount { channel: string; count: number }

/** What the page of a meeting does with what happens in it. */
export interface MeetingView { apply(change: Change): void; showPending(): void; totals(values: Record<string, number>, all: boolean): void }

const LONGEST_WAIT = 10_000;
const RETRY_AFTER = 3_000;

class Live {
  private readonly connection: HubConnection;
  private sequence: number;
  private newest = 0;
  private catchingUp: Promise<void> | null = null;

  constructor(private readonly page: HTMLElement, private readonly channel: string, private readonly thread: Thread | null, private readonly meeting: MeetingView | null) {
    this.sequence = Number(page.dataset["sequence"] ?? "0");
    this.connection = new HubConnectionBuilder()
      .withUrl("/hub")
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (context) => Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(context.previousRetryCount, 6)) })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.on("Changed", (change: Change) => { this.receive(change); });
    this.connection.on("Counts", (counts: Counts[]) => { counts.forEach(showCounts); });
    this.connection.on("Totals", (totals: { values: Record<string, number> }) => { this.meeting?.totals(totals.values, false); });
    this.connection.on("Presence", showPresence);
    // Who may still read it, as its author or a moderator, joins again and stays.
    this.connection.on("Closed", () => { void this.catchUp(); });
    this.connection.onreconnecting(() => { this.show("lost"); });
    this.connection.onreconnected(() => { this.show("back"); void this.catchUp(); });
  }

  async start(): Promise<void> {
    try {
      await this.connection.start();
    } catch {
      window.setTimeout(() => { if (this.connection.state === HubConnectionState.Disconnected) void this.start(); }, LONGEST_WAIT);
      return;
    }
    await this.catchUp();
  }

  private receive(change: Change): void {
    this.newest = Math.max(this.newest, change.sequence);
    if (change.sequence <= this.sequence) return;
    if (change.sequence > this.sequence + 1 || this.catchingUp) { void this.catchUp(); return; }
    this.sequence = change.sequence;
    this.apply([change]);
  }

  /** Joining returns everything missed, each subject once, under this viewer's rights. */
  private catchUp(): Promise<void> {
    this.catchingUp ??= this.connection
      .invoke<CatchUp | null>("Join", this.channel, this.sequence, document.documentElement.lang)
      .then((missed) => {
        this.catchingUp = null;
        if (!missed) { this.close(); return; }
        this.page.dataset["live"] = "on";
        if (missed.reload) this.offerReload();
        if (missed.sequence > this.sequence) {
          this.sequence = missed.sequence;
          this.apply(missed.changes);
        }
        if (missed.totals) this.meeting?.totals(missed.totals, true);
        // What arrived while joining was not applied; it is asked for once more.
        if (this.newest > this.sequence) void this.catchUp();
      })
      .catch(() => {
        this.catchingUp = null;
        window.setTimeout(() => { if (this.connection.state === HubConnectionState.Connected) void this.catchUp(); }, RETRY_AFTER);
      });
    return this.catchingUp;
  }

  private apply(changes: Change[]): void {
    for (const change of changes) {
      if (change.kind.startsWith("Comment")) this.thread?.apply(change);
      else if (change.kind.startsWith("Question") || change.kind === "FloorChanged") this.meeting?.apply(change);
      else if (change.kind === "QueueChanged") void refresh(this.page);
      else if (change.kind === "IdeaAppeared" || change.kind === "IdeaChanged") this.offerReload();
    }
    this.page.dataset["sequence"] = String(this.sequence);
    this.thread?.showPending();
    this.meeting?.showPending();
  }

  private offerReload(): void {
    const offer = document.querySelector<HTMLElement>("[data-reload]");
    if (offer) offer.hidden = false;
  }

  private close(): void {
    void this.connection.stop();
    const closed = document.querySelector<HTMLElement>("[data-closed]");
    if (closed) closed.hidden = false;
  }

  private show(state: "lost" | "back"): void {
    document.body.dataset["connection"] = state;
    announce((state === "lost" ? document.body.dataset["connectionLost"] : document.body.dataset["connectionBack"]) ?? "");
  }
}

function showCounts(counts: Counts): void {
  for (const bar of document.querySelectorAll(`[data-stance-bar="${String(counts.idea)}"]`)) {
    const fresh = fragment(counts.bar);
    if (fresh) bar.replaceWith(fresh);
  }
  const numbers: Record<string, number> = { for: counts.for, neutral: counts.neutral, against: counts.against };
  for (const [kind, number] of Object.entries(numbers)) {
    for (const place of document.querySelectorAll(`[data-count="${String(counts.idea)}:${kind}"]`)) place.textContent = number.toLocaleString(document.documentElement.lang);
  }
  for (const place of document.querySelectorAll<HTMLElement>(`[data-comments="${String(counts.idea)}"]`)) {
    const { one, many } = place.dataset;
    place.textContent = one && many ? counted(counts.comments, one, many) : counts.comments.toLocaleString(document.documentElement.lang);
  }
}

function showPresence(presence: PresenceCount): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-presence="${presence.channel}"]`)) {
    place.hidden = presence.count < 1;
    place.textContent = counted(presence.count, place.dataset["one"] ?? "", place.dataset["many"] ?? "");
  }
}

function fragment(html: string): Element | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Starts live updates of the page. */
export function start(): void {
  const page = document.querySelector<HTMLElement>("[data-channel]");
  const channel = page?.dataset["channel"];
  if (!page || !channel) return;
  if (channel.startsWith("meeting:")) void import("./meeting").then((module) => new Live(page, channel, null, module.view(page)).start());
  else void new Live(page, channel, Thread.find(), null).start();
}

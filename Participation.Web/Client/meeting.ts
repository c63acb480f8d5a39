// A meeting as it goes on: the current item changes where it stands, new questions wait behind a button, likes only change their number.
import { announce, counted } from "./announce";
import type { MeetingView } from "./live";
import { showLikes, showOwn } from "./questions";
import { refresh } from "./region";
import type { Change } from "./thread";

const WALL_PAUSE = 1_500;

/** The page that everybody follows. */
class LivePage implements MeetingView {
  private readonly pending = new Map<number, string>();
  private newest: number;

  constructor(private readonly list: HTMLElement, private readonly button: HTMLButtonElement) {
    this.newest = Number(list.dataset["newest"] ?? "0");
    button.addEventListener("click", () => { this.reveal(); });
  }

  apply(change: Change): void {
    if (change.kind === "FloorChanged") { showFloor(change.html); return; }
    const item = find(change.number);
    if (item) this.update(item, change.html);
    else if (change.html === null) { if (this.pending.delete(change.number)) count(-1); }
    // What is not on this page is new, or on another page of the list.
    else if (change.number > this.newest || change.kind === "QuestionAppeared" || this.pending.has(change.number)) {
      if (!this.pending.has(change.number) && isOpen(change.html)) count(1);
      this.pending.set(change.number, change.html);
    }
    this.newest = Math.max(this.newest, change.number);
  }

  showPending(): void {
    this.button.hidden = this.pending.size === 0;
    const text = this.button.querySelector("[data-text]");
    if (text) text.textContent = counted(this.pending.size, this.button.dataset["one"] ?? "", this.button.dataset["many"] ?? "");
  }

  totals(values: Record<string, number>, all: boolean): void {
    if (all) setCount(Object.keys(values).length);
    for (const [number, likes] of Object.entries(values)) showLikes(number, likes);
  }

  /** A question that is on the page changes where it stands; who is on it stays on it. */
  private update(item: HTMLElement, html: string | null): void {
    const old = item.querySelector<HTMLElement>("[data-question]");
    const wasOpen = old?.dataset["state"] === "Open";
    const focused = item.contains(document.activeElement);
    if (html === null) {
      if (wasOpen) count(-1);
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      if (focused && next instanceof HTMLElement) next.focus({ preventScroll: true });
      return;
    }
    const fresh = element(html);
    if (!old || !fresh || old.outerHTML === fresh.outerHTML) return;
    if (wasOpen !== isOpen(html)) count(wasOpen ? -1 : 1);
    old.replaceWith(fresh);
    showOwn(fresh);
    if (focused) (fresh.querySelector<HTMLElement>("[data-like]:not([hidden])") ?? item).focus({ preventScroll: true });
  }

  /** Shows what waits, in the place where a reload would show it, and puts the focus on the first. */
  private reveal(): void {
    const shown: HTMLElement[] = [];
    for (const [number, html] of [...this.pending].sort(([a], [b]) => a - b)) {
      const item = document.createElement("li");
      item.id = `frage-${String(number)}`;
      item.dataset["number"] = String(number);
      item.tabIndex = -1;
      const question = element(html);
      if (!question) continue;
      item.append(question);
      showOwn(question);
      const settled = isOpen(html) ? null : document.querySelector<HTMLElement>("[data-questions-settled]");
      if (settled) settled.prepend(item);
      else this.list.insertBefore(item, this.place(Number(question.dataset["likes"] ?? "0")));
      shown.push(item);
    }
    this.pending.clear();
    this.showPending();
    document.querySelector("[data-empty]")?.remove();
    announce(this.button.dataset["shown"] ?? "");
    shown[0]?.focus();
  }

  /** Newest first: at the top. By likes: before the first that fewer like, as it is counted now. */
  private place(likes: number): Element | null {
    if (this.list.dataset["sort"] === "neu") return this.list.firstElementChild;
    return [...this.list.children].find((item) => Number(item.querySelector<HTMLElement>("[data-question]")?.dataset["likes"] ?? "0") < likes) ?? null;
  }
}

/** The desk and the wall show a region of their page as it is now. At the desk nothing moves under a moderator's hand: new questions wait behind the button. */
class RegionPage implements MeetingView {
  private waiting = 0;
  private timer = 0;

  constructor(private readonly page: HTMLElement, private readonly button: HTMLButtonElement | null) {
    button?.addEventListener("click", () => { this.now(); });
  }

  apply(change: Change): void {
    const isNew = change.kind !== "FloorChanged" && !document.getElementById(`pult-frage-${String(change.number)}`);
    if (this.button && isNew) this.waiting++;
    else if (this.button) this.now();
    else this.soon();
  }

  showPending(): void {
    if (!this.button) return;
    this.button.hidden = this.waiting === 0;
    const text = this.button.querySelector("[data-text]");
    if (text) text.textContent = counted(this.waiting, this.button.dataset["one"] ?? "", this.button.dataset["many"] ?? "");
  }

  totals(values: Record<string, number>): void {
    for (const [number, likes] of Object.entries(values)) showLikes(number, likes);
    // On the wall other questions may be the most liked now.
    if (!this.button) this.soon();
  }

  private now(): void {
    this.waiting = 0;
    this.showPending();
    void refresh(this.page);
  }

  private soon(): void {
    if (this.timer !== 0) return;
    this.timer = window.setTimeout(() => { this.timer = 0; void refresh(this.page); }, WALL_PAUSE);
  }
}

/** Where the meeting is now, said once; what one reads below stays where it is. */
function showFloor(html: string | null): void {
  const fresh = html === null ? null : element(html);
  const now = fresh?.querySelector<HTMLElement>("[data-floor-now]");
  const old = document.querySelector<HTMLElement>("[data-floor-now]");
  if (!fresh || !now || !old) return;
  const anchor = document.getElementById("fragen-titel");
  const top = anchor?.getBoundingClientRect().top ?? 0;
  const agenda = fresh.querySelector("[data-floor-agenda]");
  if (agenda) document.querySelector("[data-floor-agenda]")?.replaceWith(agenda);
  old.replaceWith(now);
  if (anchor && window.scrollY > 0 && top < window.innerHeight / 2) window.scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
  const takes = now.dataset["takes"] === "true";
  const asking = document.querySelector<HTMLElement>("[data-asking]");
  const typed = asking?.querySelector("textarea")?.value.trim() ?? "";
  // A half-written question stays, also when no questions are taken any more.
  if (asking) asking.hidden = !takes && typed === "";
  for (const closed of document.querySelectorAll<HTMLElement>("[data-asking-closed]")) closed.hidden = takes;
  if (now.dataset["said"] !== old.dataset["said"]) announce(now.dataset["said"] ?? "");
}

function find(number: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`li[data-number="${String(number)}"]`);
}

function isOpen(html: string): boolean {
  return element(html)?.dataset["state"] === "Open";
}

function element(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  const first = template.content.firstElementChild;
  return first instanceof HTMLElement ? first : null;
}

function count(by: number): void {
  const place = document.querySelector<HTMLElement>("[data-open-count]");
  if (place) setCount(Number(place.dataset["openCount"] ?? "0") + by);
}

function setCount(open: number): void {
  const place = document.querySelector<HTMLElement>("[data-open-count]");
  if (!place) return;
  place.dataset["openCount"] = String(open);
  place.textContent = counted(open, place.dataset["one"] ?? "", place.dataset["many"] ?? "");
}

/** What the page of the meeting is. */
export function view(page: HTMLElement): MeetingView | null {
  const button = document.querySelector<HTMLButtonElement>("[data-new-questions]");
  const list = document.querySelector<HTMLElement>("[data-questions]");
  if (list && button) return new LivePage(list, button);
  return page.dataset["refresh"] ? new RegionPage(page, button) : null;
}

// The list of comments on the page. Additions wait behind a button, changes and removals happen where they are.
import { announce, counted } from "./announce";

export interface Change { sequence: number; kind: string; number: number; parent: number; path: string | null; html: string | null }

const PATH_DIGITS = 7;

export class Thread {
  private readonly pending = new Map<number, Change>();
  private fetching = false;

  private constructor(private readonly list: HTMLElement, private readonly button: HTMLButtonElement) {
    button.addEventListener("click", () => { this.reveal(); });
  }

  static find(): Thread | null {
    const list = document.querySelector<HTMLElement>("[data-thread]");
    const button = document.querySelector<HTMLButtonElement>("[data-new-items]");
    if (!list || !button) return null;
    const thread = new Thread(list, button);
    list.addEventListener("click", (event) => { moreReplies(event); });
    document.addEventListener("comment-posted", (event) => { thread.revealOwn((event as CustomEvent<number>).detail); });
    return thread;
  }

  /** Applies one change. The same change twice, or an older one, does no harm: it carries the comment's present state. */
  apply(change: Change): void {
    const item = this.find(change.number);
    if (!item) {
      if (change.html === null) this.pending.delete(change.number);
      else this.pending.set(change.number, change);
      return;
    }
    if (change.html === null) this.remove(item);
    else this.replace(item, change.html);
  }

  /** Says how many new comments wait. */
  showPending(): void {
    const count = this.pending.size;
    this.button.hidden = count === 0;
    const text = this.button.querySelector("[data-text]");
    if (text) text.textContent = counted(count, this.button.dataset["one"] ?? "", this.button.dataset["many"] ?? "");
  }

  /** Shows what waits, in the place where a reload would show it, and puts the focus on the first. */
  private reveal(): void {
    const changes = [...this.pending.values()].sort((a, b) => (a.path ?? "").localeCompare(b.path ?? ""));
    this.pending.clear();
    const shown = changes.map((change) => this.insert(change)).filter((item) => item !== null);
    const elsewhere = changes.filter((change) => change.html !== null && !this.find(change.number) && !this.fetching);
    this.showElsewhere(elsewhere);
    this.showPending();
    announce(this.button.dataset["shown"] ?? "");
    shown[0]?.focus({ preventScroll: false });
  }

  /** New comments of threads that this page does not show: a link leads to the first of them. */
  private showElsewhere(changes: Change[]): void {
    const link = document.querySelector<HTMLAnchorElement>("[data-elsewhere]");
    const [first] = changes;
    if (!link) return;
    link.hidden = !first;
    if (!first) return;
    link.href = `${link.dataset["address"] ?? ""}/${String(first.number)}`;
    link.textContent = counted(changes.length, link.dataset["one"] ?? "", link.dataset["many"] ?? "");
  }

  /** What one wrote oneself appears at once. */
  private revealOwn(number: number): void {
    const show = (): boolean => {
      const change = this.pending.get(number);
      const item = this.find(number) ?? (change ? this.insertWithParents(change) : null);
      this.showPending();
      item?.focus();
      return item !== null;
    };
    if (show()) return;
    const waiting = window.setInterval(() => { if (show()) window.clearInterval(waiting); }, 100);
    window.setTimeout(() => { window.clearInterval(waiting); }, 10_000);
  }

  private insertWithParents(change: Change): HTMLElement | null {
    const parent = this.pending.get(change.parent);
    if (parent) this.insertWithParents(parent);
    this.pending.delete(change.number);
    return this.insert(change);
  }

  private insert(change: Change): HTMLElement | null {
    if (change.html === null || change.path === null) return null;
    const existing = this.find(change.number);
    if (existing) { this.replace(existing, change.html); return existing; }
    const item = this.build(change);
    const container = change.parent === 0 ? this.list : this.container(change);
    if (!container) return this.fetchThread(change);
    document.querySelector("[data-empty]")?.remove();
    if (change.parent === 0 && this.list.dataset["sort"] !== "alt") container.prepend(item);
    else {
      const next = [...container.children].find((other) => other instanceof HTMLElement && (other.dataset["path"] ?? "~") > (change.path ?? ""));
      container.insertBefore(item, next ?? null);
    }
    return item;
  }

  private container(change: Change): Element | null {
    return this.find(change.parent)?.querySelector(":scope > [data-replies]") ?? null;
  }

  /** A reply to a thread that is on another page: the whole thread comes to the top, as a reload would show it. */
  private fetchThread(change: Change): null {
    const root = Number((change.path ?? "").slice(0, PATH_DIGITS));
    if (this.find(root) || this.list.dataset["sort"] !== "aktiv" || this.list.dataset["page"] !== "1") return null;
    const threads = this.list.dataset["threads"];
    if (!threads) return null;
    this.fetching = true;
    void fetch(`${threads}${String(root)}`, { headers: { "X-Requested-With": "fetch" } })
      .then(async (response) => (response.ok ? response.text() : ""))
      .then((html) => {
        if (this.find(root)) return;
        const template = document.createElement("template");
        template.innerHTML = html;
        template.content.querySelectorAll<HTMLElement>("article").forEach(own);
        this.list.prepend(template.content);
      })
      .catch(() => undefined)
      .finally(() => { this.fetching = false; });
    return null;
  }

  private build(change: Change): HTMLElement {
    const item = document.createElement("li");
    item.id = `beitrag-${String(change.number)}`;
    item.dataset["number"] = String(change.number);
    item.dataset["path"] = change.path ?? "";
    item.tabIndex = -1;
    item.innerHTML = change.html ?? "";
    const replies = document.createElement("ol");
    replies.className = "thread";
    replies.dataset["replies"] = "";
    item.append(replies);
    own(item);
    return item;
  }

  private replace(item: HTMLElement, html: string): void {
    const old = item.querySelector<HTMLElement>(":scope > [data-comment]");
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.querySelector<HTMLElement>("[data-comment]");
    if (!old || !fresh || old.outerHTML === fresh.outerHTML) return;
    own(fresh);
    old.replaceWith(fresh);
  }

  private remove(item: HTMLElement): void {
    // A half-written reply outlives the comment it was meant for.
    if (item.querySelector("[data-comment-form]")) document.dispatchEvent(new CustomEvent("reply-orphaned"));
    item.remove();
  }

  private find(number: number): HTMLElement | null {
    return number === 0 ? null : this.list.querySelector<HTMLElement>(`li[data-number="${String(number)}"]`);
  }
}

/** Fetches the next replies of a long thread in place; without script the link leads to the thread's own page. */
function moreReplies(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest<HTMLAnchorElement>("[data-more-replies]");
  const place = link?.closest("li");
  if (!link || !place) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  void fetch(link.href, { headers: { "X-Requested-With": "fetch" } })
    .then(async (response) => (response.ok ? response.text() : Promise.reject(new Error(String(response.status)))))
    .then((html) => { showMore(place, Number(link.dataset["moreReplies"]), html); })
    .catch(() => { window.location.assign(link.href); });
}

/** The answer is the thread again: its root, which is here already, the next replies, and a link when there are more. */
function showMore(place: HTMLLIElement, rootNumber: number, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  template.content.querySelectorAll<HTMLElement>("article").forEach(own);
  const list = place.parentElement;
  const [first] = [...template.content.querySelectorAll<HTMLElement>("li[data-number]")].filter((item) => item.dataset["number"] !== String(rootNumber));
  for (const item of template.content.querySelectorAll<HTMLElement>("li[data-number]")) {
    if (item.dataset["number"] === String(rootNumber) || list?.querySelector(`li[data-number="${item.dataset["number"] ?? ""}"]`)) continue;
    const parent = parentOf(item, rootNumber);
    const home = list?.querySelector(`li[data-number="${parent}"]`)?.querySelector(":scope > [data-replies]");
    home?.append(item);
  }
  const next = template.content.querySelector(".thread__more");
  if (next) place.replaceWith(next);
  else place.remove();
  first?.focus();
}

/** A path is the numbers from the root down; the last but one is the parent. */
function parentOf(item: HTMLElement, root: number): string {
  const path = item.dataset["path"] ?? "";
  const parent = path.slice(-2 * PATH_DIGITS, -PATH_DIGITS);
  return parent === "" ? String(root) : String(Number(parent));
}

/** Shows what only the author or a moderator can do; the server checks it again. */
function own(root: HTMLElement): void {
  const { person, moderator } = document.body.dataset;
  const comment = root.matches("[data-comment]") ? root : root.querySelector<HTMLElement>("[data-comment]");
  if (!comment) return;
  const mine = Boolean(person) && comment.dataset["author"] === person;
  for (const link of comment.querySelectorAll<HTMLElement>("[data-own]")) link.hidden = !mine;
  for (const link of comment.querySelectorAll<HTMLElement>("[data-for-moderator]")) link.hidden = moderator !== "true";
}

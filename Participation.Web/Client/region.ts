// Replaces one region of the page by its current state. What has the focus, what is ticked and what one is looking at stay where they are.

interface Focus { id: string; href: string | null; item: string; index: number }

let running: Promise<void> | null = null;
let again = false;

/** Fetches the page anew and takes its region; of several calls at once the last state counts. */
export function refresh(page: HTMLElement): Promise<void> {
  if (running) { again = true; return running; }
  running = replace(page).finally(() => {
    running = null;
    if (again) { again = false; void refresh(page); }
  });
  return running;
}

async function replace(page: HTMLElement): Promise<void> {
  const selector = page.dataset["refresh"];
  if (!selector) return;
  const response = await fetch(page.dataset["refreshFrom"] ?? window.location.href, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector<HTMLElement>(selector);
  const old = document.querySelector<HTMLElement>(selector);
  if (!fresh || !old) return;
  keepTicks(old, fresh);
  const focus = focusIn(old);
  const anchor = anchorIn(old, focus?.item);
  old.replaceWith(fresh);
  if (focus) focusAgain(fresh, focus);
  const now = anchor && document.getElementById(anchor.id);
  if (now) window.scrollBy({ top: now.getBoundingClientRect().top - anchor.top, behavior: "instant" });
}

function items(region: HTMLElement): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>("[data-item]")];
}

function keepTicks(old: HTMLElement, fresh: HTMLElement): void {
  for (const box of old.querySelectorAll<HTMLInputElement>("input[type=checkbox]:checked")) {
    const same = box.id ? fresh.querySelector<HTMLInputElement>(`#${CSS.escape(box.id)}`) : null;
    // A text that changed meanwhile is another one.
    if (same?.value === box.value) same.checked = true;
  }
}

function focusIn(region: HTMLElement): Focus | null {
  const active = document.activeElement;
  if (!active || !region.contains(active)) return null;
  const item = active.closest<HTMLElement>("[data-item]");
  return { id: active.id, href: active.getAttribute("href"), item: item?.id ?? "", index: item ? items(region).indexOf(item) : -1 };
}

/** The same control, or its item, or what stands in the item's place now. */
function focusAgain(region: HTMLElement, focus: Focus): void {
  const list = items(region);
  const item = focus.item ? region.querySelector<HTMLElement>(`#${CSS.escape(focus.item)}`) : null;
  const control = focus.id ? region.querySelector<HTMLElement>(`#${CSS.escape(focus.id)}`)
    : focus.href ? region.querySelector<HTMLElement>(`[href="${CSS.escape(focus.href)}"]`) : null;
  const place = item ?? (focus.index < 0 ? null : list[Math.min(focus.index, list.length - 1)]);
  (control ?? place?.querySelector<HTMLElement>("a"))?.focus({ preventScroll: true });
}

function anchorIn(region: HTMLElement, focused: string | undefined): { id: string; top: number } | null {
  const list = items(region);
  const item = list.find((one) => one.id === focused) ?? (window.scrollY > 0 ? list.find((one) => one.getBoundingClientRect().bottom > 0) : undefined);
  return item ? { id: item.id, top: item.getBoundingClientRect().top } : null;
}

// What was typed and is not stored yet, per text and editor, in this browser. It belongs to whoever typed it.
import { type ChangeSet } from "@codemirror/state";

const PREFIX = "mitschreiben:";
const WEEKS_2 = 14 * 24 * 3_600_000;
const STILL_OPEN_MS = 15_000;

export interface Kept { person: string; client: string; version: number; updates: unknown[]; text: string; at: number; left: boolean }

const me = (): string => document.body.dataset["person"] ?? "";
const key = (text: string, client: string): string => `${PREFIX}${text}:${client}`;

/**
 * Keeps what is not stored, or forgets what was kept when everything is. What may be on its way stays as it was sent, so that the site knows it again;
 * the rest is put together, so that all of it fits into one message.
 */
export function keep(text: string, client: string, version: number, unsent: readonly ChangeSet[], underway: number, document: string, left: boolean): void {
  try {
    if (unsent.length === 0) { localStorage.removeItem(key(text, client)); return; }
    const [first, rest] = [unsent.slice(0, underway), unsent.slice(underway)];
    const updates = rest.length > 0 ? [...first, rest.reduce((all, next) => all.compose(next))] : first;
    const kept: Kept = { person: me(), client, version, updates: updates.map((update) => update.toJSON() as unknown), text: document, at: Date.now(), left };
    localStorage.setItem(key(text, client), JSON.stringify(kept));
  } catch {
    // No room or not allowed: the open page is all there is.
  }
}

export function forget(text: string, client: string): void {
  try { localStorage.removeItem(key(text, client)); } catch { /* Not allowed: then nothing was kept either. */ }
}

/** What other editors of this person left behind; one that keeps its text fresh is still open in another window. */
export function leftBehind(text: string, own: string): Kept[] {
  const found: Kept[] = [];
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(`${PREFIX}${text}:`)) continue;
      const kept = JSON.parse(localStorage.getItem(name) ?? "null") as Kept | null;
      if (!kept || Date.now() - kept.at > WEEKS_2) localStorage.removeItem(name);
      else if (kept.person === me() && kept.client !== own && (kept.left || Date.now() - kept.at > STILL_OPEN_MS)) found.push(kept);
    }
  } catch {
    // Unreadable or not allowed.
  }
  return found.sort((a, b) => a.at - b.at);
}

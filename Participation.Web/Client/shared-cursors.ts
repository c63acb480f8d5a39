// Where the others are in a text: a caret with a name for each. Seen only; screen readers have the list of those present.
import { StateEffect, StateField, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

export interface Caret { key: string; name: string; anchor: number; head: number; colour: number }

/** Somebody moved, or left when there is no place. */
export const moved = StateEffect.define<{ key: string; caret: Caret | null }>();

class Flag extends WidgetType {
  constructor(private readonly name: string, private readonly colour: number) { super(); }

  override eq(other: Flag): boolean { return other.name === this.name && other.colour === this.colour; }

  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `cm-other cm-other-${this.colour.toString()}`;
    caret.ariaHidden = "true";
    const label = document.createElement("span");
    label.className = "cm-other-name";
    label.append(document.createElement("span"));
    if (label.firstChild) label.firstChild.textContent = this.name;
    caret.append(label);
    return caret;
  }

  override ignoreEvent(): boolean { return true; }
}

const field = StateField.define<ReadonlyMap<string, Caret>>({
  create: () => new Map(),
  update(carets, transaction) {
    const effects = transaction.effects.filter((effect) => effect.is(moved));
    if (!transaction.docChanged && effects.length === 0) return carets;
    const now = new Map<string, Caret>();
    for (const caret of carets.values()) now.set(caret.key, { ...caret, anchor: transaction.changes.mapPos(caret.anchor, 1), head: transaction.changes.mapPos(caret.head, 1) });
    // Somebody may be further than this text is yet.
    const end = transaction.newDoc.length;
    for (const { value } of effects) {
      if (value.caret) now.set(value.key, { ...value.caret, anchor: place(value.caret.anchor, end), head: place(value.caret.head, end) });
      else now.delete(value.key);
    }
    return now;
  },
  provide: (it) => EditorView.decorations.from(it, draw),
});

const place = (at: number, end: number): number => Math.max(0, Math.min(Math.trunc(at), end));

function draw(carets: ReadonlyMap<string, Caret>): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const caret of carets.values()) {
    const [from, to, head] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head), caret.head];
    if (from < to) ranges.push(Decoration.mark({ class: "cm-other-selection" }).range(from, to));
    ranges.push(Decoration.widget({ widget: new Flag(caret.name, caret.colour), side: 1 }).range(head));
  }
  return Decoration.set(ranges, true);
}

export const cursors: Extension = field;

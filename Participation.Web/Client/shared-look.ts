// How an editor looks. It lives in a shadow root, where its styles are constructed sheets: the site's policy allows no style elements.
import { HighlightStyle, Language, defineLanguageFacet, syntaxHighlighting } from "@codemirror/language";
import { type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parser } from "@lezer/markdown";

const theme = EditorView.theme({
  "&": { color: "var(--look-ink)", backgroundColor: "transparent", fontSize: "var(--look-size-body)", minHeight: "12rem" },
  "&.cm-focused": { outline: "0" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.55", maxHeight: "70vh", overflow: "auto" },
  ".cm-content": { padding: "var(--look-space-s)", caretColor: "var(--look-ink)", minHeight: "12rem" },
  ".cm-line": { padding: "0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--look-ink)", borderLeftWidth: "2px" },
  ".cm-other": { position: "relative", borderInlineStart: "2px solid currentColor", marginInlineStart: "-1px", marginInlineEnd: "-1px" },
  ".cm-other-name": { position: "absolute", insetBlockEnd: "100%", insetInlineStart: "-2px", padding: "0 0.35em", borderRadius: "3px 3px 3px 0", backgroundColor: "currentColor", fontSize: "0.75rem", lineHeight: "1.4", whiteSpace: "nowrap", pointerEvents: "none", userSelect: "none" },
  ".cm-other-name > span": { color: "var(--look-ground)" },
  ".cm-line:first-child .cm-other-name": { insetBlockEnd: "auto", insetBlockStart: "100%" },
  ".cm-other-0": { color: "var(--look-petrol)" },
  ".cm-other-1": { color: "var(--look-ink-soft)" },
  ".cm-other-2": { color: "var(--look-done)" },
  ".cm-other-3": { color: "var(--look-wait)" },
  ".cm-other-4": { color: "var(--look-alarm)" },
  ".cm-other-5": { color: "var(--look-off)" },
  ".cm-other-selection": { backgroundColor: "var(--look-petrol-tint)" },
});

const marks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.quote, color: "var(--look-ink-soft)" },
  { tag: tags.link, color: "var(--look-petrol)" },
  { tag: tags.url, color: "var(--look-petrol)" },
  { tag: tags.monospace, fontFamily: "ui-monospace, monospace" },
  { tag: tags.processingInstruction, color: "var(--look-ink-soft)" },
]);

const markdown = new Language(defineLanguageFacet(), parser, [], "markdown");

export const look: Extension = [theme, markdown.extension, syntaxHighlighting(marks)];

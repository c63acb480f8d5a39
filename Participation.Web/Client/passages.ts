// Who selects words in a paragraph says something about these words; without script it is the whole paragraph.

const attribute = "auswahl";

/** Watches what is selected on the page. */
export function start(): void {
  const page = document.querySelector<HTMLElement>("[data-passages]");
  if (!page) return;
  const words = page.dataset["selected"] ?? "";
  const look = (): void => {
    const selection = document.getSelection();
    for (const passage of page.querySelectorAll<HTMLElement>("[data-passage]")) follow(passage, selection, words);
  };
  document.addEventListener("selectionchange", look);
  // Words may be selected before this script is there.
  look();
}

function follow(passage: HTMLElement, selection: Selection | null, words: string): void {
  const [text, link] = [passage.querySelector("[data-passage-text]"), passage.querySelector<HTMLAnchorElement>("[data-passage-link]")];
  if (!text || !link) return;
  const here = selection && text.contains(selection.anchorNode) && text.contains(selection.focusNode);
  // A click on the link takes the selection away; what was selected is still meant.
  if (!selection || (!here && selection.isCollapsed)) return;
  link.dataset["whole"] ??= link.textContent;
  link.dataset["label"] ??= link.getAttribute("aria-label") ?? "";
  const selected = here ? selection.toString().trim() : "";
  const address = new URL(link.href);
  if (selected) address.searchParams.set(attribute, selected);
  else address.searchParams.delete(attribute);
  link.href = address.href;
  link.textContent = selected ? words : link.dataset["whole"];
  if (selected) link.removeAttribute("aria-label");
  else link.setAttribute("aria-label", link.dataset["label"]);
}

// Suggestions for a field with several words: a browser matches a suggestion against everything that is typed, so each one is offered behind what stands there already.

function offer(field: HTMLInputElement, words: readonly string[]): void {
  const list = field.list;
  if (!list) return;
  const comma = field.value.lastIndexOf(",");
  const before = comma < 0 ? "" : `${field.value.slice(0, comma + 1)} `;
  const there = new Set(field.value.split(",").map((word) => word.trim().toLowerCase()));
  list.replaceChildren(...words.filter((word) => !there.has(word.toLowerCase())).map((word) => new Option("", before + word)));
}

/** Enhances fields that take several suggestions. */
export function start(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[list][data-many]")) {
    const words = [...(field.list?.querySelectorAll("option") ?? [])].map((option) => option.value);
    field.addEventListener("input", () => { offer(field, words); });
  }
}

// One polite live region for the whole page; messages replace each other.

const region = document.getElementById("ansage");

/** Says something to people who do not see the screen. */
export function announce(text: string): void {
  if (!region) return;
  region.textContent = "";
  window.setTimeout(() => { region.textContent = text; }, 50);
}

/** Puts a number into "{0} neue Beiträge", or takes the text for one. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many.replace("{0}", count.toLocaleString(document.documentElement.lang));
}

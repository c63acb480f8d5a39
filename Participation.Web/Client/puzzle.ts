// Registration while very many register: computes the answer to the form's challenge beside the page, so that nobody notices. Without script one waits instead.
import { announce } from "./announce";

/** Begins at once; the form is sent when the answer is there. */
export function start(): void {
  const puzzle = document.querySelector<HTMLInputElement>("[data-puzzle]");
  const form = puzzle?.form;
  const answer = form?.querySelector<HTMLInputElement>("[name='Input.Number']");
  if (!puzzle || !form || !answer) return;
  const worker = new Worker(new URL("./puzzle-worker.js", import.meta.url), { type: "module" });
  let waiting = false;
  worker.addEventListener("message", (event: MessageEvent<string>) => {
    answer.value = event.data;
    worker.terminate();
    if (waiting) form.requestSubmit();
  });
  // Where no worker can run, the form is sent as without script.
  worker.addEventListener("error", () => { answer.value = "0"; if (waiting) form.requestSubmit(); });
  form.addEventListener("submit", (event) => {
    if (answer.value !== "") return;
    event.preventDefault();
    waiting = true;
    const note = form.querySelector<HTMLElement>("[data-puzzle-note]");
    if (note) note.hidden = false;
    announce(note?.textContent ?? "");
  });
  worker.postMessage({ challenge: puzzle.value, bits: Number(puzzle.dataset["bits"]) });
}

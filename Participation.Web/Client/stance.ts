// Takes a stance without leaving the page; without script the same buttons send the form.
import { announce } from "./announce";

interface Numbers { for: number; neutral: number; against: number; mine: string; message?: string }

async function take(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const before = [...form.querySelectorAll<HTMLButtonElement>("[aria-pressed]")].map((choice) => [choice, choice.getAttribute("aria-pressed") ?? "false"] as const);
  for (const [choice] of before) choice.setAttribute("aria-pressed", String(choice === button));
  const data = new FormData(form);
  data.set(button.name, button.value);
  const response = await fetch(form.action, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  const numbers = (await response?.json().catch(() => null)) as Numbers | null;
  if (response?.ok && numbers) { problem(form, ""); show(form, numbers); return; }
  for (const [choice, pressed] of before) choice.setAttribute("aria-pressed", pressed);
  if (response?.status === 401 || response?.status === 400) { form.requestSubmit(button); return; }
  problem(form, numbers?.message ?? document.body.dataset["connectionLost"] ?? "");
}

function problem(form: HTMLFormElement, message: string): void {
  const place = form.parentElement?.querySelector<HTMLElement>("[data-stance-problem]");
  if (!place) return;
  place.hidden = message === "";
  const text = place.querySelector(".kern-body");
  if (text) text.textContent = message;
}

function show(form: HTMLFormElement, numbers: Numbers): void {
  const idea = form.dataset["idea"] ?? "";
  for (const [kind, count] of Object.entries({ for: numbers.for, neutral: numbers.neutral, against: numbers.against })) {
    for (const place of document.querySelectorAll(`[data-count="${idea}:${kind}"]`)) place.textContent = count.toLocaleString(document.documentElement.lang);
  }
  const chosen = form.querySelector<HTMLElement>('[aria-pressed="true"]');
  announce(chosen?.dataset["said"] ?? "");
  const withdraw = document.querySelector<HTMLElement>("[data-withdraw]");
  if (withdraw) withdraw.hidden = !chosen;
  document.querySelector("[data-older-version]")?.remove();
}

/** Enhances the stance forms of the page. */
export function start(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-stances]") || form.dataset["sent"] === "plainly") return;
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    form.dataset["sent"] = "plainly";
    void take(form, button).finally(() => { delete form.dataset["sent"]; });
  });
}

// Liking questions without leaving the page, and a question that is being written survives a crash or a lost connection.
import { announce, counted } from "./announce";

const SENT = "frage:gesendet";

/** Own rights and own likes are the client's to show: what is pushed knows no viewer. */
export function showOwn(question: HTMLElement): void {
  const button = question.querySelector<HTMLButtonElement>("[data-like]");
  const person = document.body.dataset["person"];
  const mine = Boolean(person) && question.dataset["author"] === person;
  for (const own of question.querySelectorAll<HTMLElement>("[data-own]")) own.hidden = !mine;
  if (!button) return;
  button.hidden = !person || mine;
  press(button, liked().has(button.value));
}

/** A number that changed, in every place of the page. */
export function showLikes(number: string, likes: number): void {
  for (const place of document.querySelectorAll(`[data-total="${number}"]`)) place.textContent = likes.toLocaleString(document.documentElement.lang);
  const { likeOne, likeMany } = document.querySelector<HTMLElement>("[data-like-one]")?.dataset ?? {};
  for (const noun of document.querySelectorAll(`[data-total-noun="${number}"]`)) noun.textContent = counted(likes, likeOne ?? "", likeMany ?? "");
  const question = document.querySelector<HTMLElement>(`[data-question="${number}"]`);
  if (question) question.dataset["likes"] = String(likes);
}

function list(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-questions]");
}

function liked(): Set<string> {
  return new Set((list()?.dataset["liked"] ?? "").split(",").filter((number) => number !== ""));
}

function press(button: HTMLButtonElement, pressed: boolean): void {
  button.setAttribute("aria-pressed", String(pressed));
  button.name = pressed ? "weg" : "mag";
}

async function like(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const likes = button.name === "mag";
  const data = new FormData(form);
  data.set(button.name, button.value);
  const response = await fetch(form.action, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (response?.status === 401 || response?.status === 400) { HTMLFormElement.prototype.submit.call(withChoice(form, button)); return; }
  const result = (await response?.json().catch(() => null)) as { likes?: number; message?: string } | null;
  if (!response?.ok || result?.likes === undefined) { problem(result?.message ?? document.body.dataset["connectionLost"] ?? ""); return; }
  problem("");
  remember(button.value, likes);
  press(button, likes);
  showLikes(button.value, result.likes);
  announce((likes ? list()?.dataset["likedSaid"] : list()?.dataset["unlikedSaid"]) ?? "");
}

/** The server says what it wants, such as to sign in: the same as a plain form. */
function withChoice(form: HTMLFormElement, button: HTMLButtonElement): HTMLFormElement {
  const field = document.createElement("input");
  [field.type, field.name, field.value] = ["hidden", button.name, button.value];
  form.append(field);
  return form;
}

function remember(number: string, likes: boolean): void {
  const place = list();
  const numbers = liked();
  if (likes) numbers.add(number);
  else numbers.delete(number);
  if (place) place.dataset["liked"] = [...numbers].join(",");
}

function problem(message: string): void {
  const place = document.querySelector<HTMLElement>("[data-like-problem]");
  const text = place?.querySelector(".kern-body");
  if (!place || !text) return;
  place.hidden = message === "";
  text.textContent = message;
}

function keepQuestion(form: HTMLFormElement): void {
  const text = form.querySelector("textarea");
  if (!text) return;
  // On a shared computer the next account does not see what this one typed.
  const key = `frage:${document.body.dataset["person"] ?? ""}:${form.dataset["ask"] ?? ""}`;
  if (sessionStorage.getItem(SENT) === key && list()) localStorage.removeItem(key);
  sessionStorage.removeItem(SENT);
  const kept = localStorage.getItem(key);
  if (kept && text.value.trim() === "") {
    text.value = kept;
    form.closest("details")?.setAttribute("open", "");
    const asking = form.closest<HTMLElement>("[data-asking]");
    if (asking) asking.hidden = false;
  }
  text.addEventListener("input", () => {
    if (text.value.trim() === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text.value);
  });
  form.addEventListener("submit", () => { sessionStorage.setItem(SENT, key); });
}

/** Enhances buttons and form of questions. */
export function start(): void {
  const ask = document.querySelector<HTMLFormElement>("[data-ask]");
  if (ask) keepQuestion(ask);
  let running = false;
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-likes-form]") || !(button instanceof HTMLButtonElement) || !button.matches("[data-like]")) return;
    event.preventDefault();
    if (running) return;
    running = true;
    void like(event.target, button).finally(() => { running = false; });
  });
}

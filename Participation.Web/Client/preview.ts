// What a text will look like, shown without leaving the page.

/** Shows a text in the form's place for it. Whatever goes wrong: the form, sent plainly by the same button, says it in full and keeps what was typed. */
export async function showPreview(form: HTMLFormElement, button: HTMLButtonElement, text: string): Promise<void> {
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "";
  const response = await fetch("/vorschau", { method: "POST", body: new URLSearchParams({ text }), headers: { "X-Antiforgery": token }, redirect: "manual" }).catch(() => null);
  const place = form.querySelector<HTMLElement>("[data-preview-place]");
  const preview = place?.querySelector<HTMLElement>("[data-preview]");
  if (!response?.ok || !place || !preview) { form.dataset["plain"] = "true"; form.requestSubmit(button); return; }
  preview.innerHTML = await response.text();
  place.hidden = false;
  place.focus();
}

/** The button of a submit event, when it asks for the preview. */
export function previewButton(event: SubmitEvent): HTMLButtonElement | null {
  return event.submitter instanceof HTMLButtonElement && event.submitter.matches("[data-show-preview]") ? event.submitter : null;
}

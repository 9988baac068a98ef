// Copies what stands in a field; without a clipboard the button stays hidden and the text can be selected.
export function startCopy() {
  for (const field of document.querySelectorAll("[data-select-on-focus]")) {
    field.addEventListener("focus", () => field.select());
  }

  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.classList.remove("d-none");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).value);
      button.lastChild.textContent = "Copied";
    });
  }
}

// A second click on "Send" does nothing; a form marked data-autosubmit sends itself on change.
export function startForms() {
  document.addEventListener("submit", event => {
    const form = event.target;
    // A preview in a frame leaves the form where it is.
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-repeatable") || event.submitter?.formTarget) return;
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }

    form.dataset.sending = "yes";
    event.submitter?.classList.add("is-busy");
    event.submitter?.setAttribute("aria-disabled", "true");
  });

  // Back button, a failed swap or a download that left the page standing.
  const release = root => {
    for (const form of root.querySelectorAll("form[data-sending]")) {
      delete form.dataset.sending;
      for (const button of form.querySelectorAll(".is-busy")) {
        button.classList.remove("is-busy");
        button.removeAttribute("aria-disabled");
      }
    }
  };
  addEventListener("pageshow", () => release(document));
  document.addEventListener("htmx:finally:request", () => release(document));

  document.addEventListener("change", event => {
    event.target.closest("form[data-autosubmit]")?.requestSubmit();
  });

  // The summary of errors is what a person needs first after a refused form.
  document.querySelector("[data-error-summary]")?.focus();
}

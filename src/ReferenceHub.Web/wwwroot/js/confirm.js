// Asks before what cannot be undone: data-confirm on a form or submit button says what will happen.
const dialog = () => document.getElementById("confirm-dialog");

function ask(text, title, verb) {
  const box = dialog();
  if (!box) return Promise.resolve(window.confirm(text));
  box.querySelector("[data-confirm-text]").textContent = text;
  box.querySelector("[data-confirm-title]").textContent = title || "Are you sure?";
  box.querySelector("[value=yes]").textContent = verb || "Go ahead";
  box.returnValue = "";
  box.showModal();
  return new Promise(done => box.addEventListener("close", () => done(box.returnValue === "yes"), { once: true }));
}

export function startConfirm() {
  document.addEventListener("submit", event => {
    const form = event.target;
    const source = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!source.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(source.dataset.confirm, source.dataset.confirmTitle, source.dataset.confirmVerb).then(yes => {
      if (!yes) return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(event.submitter);
      delete form.dataset.confirmed;
    });
  }, true);

  document.addEventListener("htmx:confirm", event => {
    const { ctx, issueRequest, dropRequest } = event.detail;
    if (!ctx?.confirm) return;
    event.preventDefault();
    ask(ctx.confirm).then(yes => yes ? issueRequest() : dropRequest());
  });
}

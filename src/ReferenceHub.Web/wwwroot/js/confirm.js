// Asks before what cannot be undone: data-confirm on a form or submit button says what will happen.
const dialog = () => document.getElementById("confirm-dialog");

function ask(text, title, verb, mild, no) {
  const box = dialog();
  if (!box) return Promise.resolve(window.confirm(text));
  box.querySelector("[data-confirm-text]").textContent = text;
  box.querySelector("[data-confirm-title]").textContent = title || "Are you sure?";
  const yes = box.querySelector("[value=yes]");
  yes.textContent = verb || "Go ahead";
  box.querySelector("[value=no]").textContent = no || "Cancel";
  yes.classList.toggle("btn-danger", !mild);
  yes.classList.toggle("btn-primary", mild);
  box.returnValue = "";
  box.showModal();
  return new Promise(done => box.addEventListener("close", () => done(box.returnValue === "yes"), { once: true }));
}

// data-confirm-of names a list of the form whose choice the text tells as {choice}. While nothing is chosen there is nothing to ask:
// the form goes as it is and says what is missing.
function choiceOf(source, form) {
  if (!source.dataset.confirmOf) return "";
  const list = form.elements[source.dataset.confirmOf];
  return list?.value ? list.selectedOptions?.[0]?.textContent.trim() ?? "" : null;
}

export function startConfirm() {
  document.addEventListener("submit", event => {
    const form = event.target;
    const source = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!source.dataset.confirm || form.dataset.confirmed) return;
    const choice = choiceOf(source, form);
    if (choice === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { confirm, confirmTitle, confirmVerb, confirmMild, confirmNo } = source.dataset;
    ask(confirm.replace("{choice}", () => choice), confirmTitle, confirmVerb, confirmMild !== undefined, confirmNo).then(yes => {
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
    ask(ctx.confirm, null, null, false).then(yes => yes ? issueRequest() : dropRequest());
  });
}

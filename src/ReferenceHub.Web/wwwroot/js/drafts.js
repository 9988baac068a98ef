// What somebody types into form[data-draft] is kept in this tab until it has been sent:
// it survives a lost connection, an expired session, the back button and a reload.
const PREFIX = "draft:";
const SENT = "draft-sent:";
const skipped = new Set(["password", "hidden", "file", "submit", "button"]);
const fields = form => [...form.elements].filter(field => field.name && !skipped.has(field.type));

function read(form) {
  return fields(form).map(field => {
    if (field.type === "checkbox" || field.type === "radio") return [field.name, field.value, field.checked];
    if (field.type === "select-multiple") return [field.name, [...field.selectedOptions].map(option => option.value)];
    return [field.name, field.value];
  });
}

function write(form, kept) {
  const inputs = fields(form);
  kept.forEach(([name, value, checked], place) => {
    const field = inputs[place]?.name === name ? inputs[place] : inputs.find(input => input.name === name);
    if (!field) return;
    if (checked !== undefined) field.checked = checked;
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = value.includes(option.value);
    else field.value = value;
  });
}

function offer(form, key, original) {
  const note = document.createElement("div");
  note.className = "alert alert-info d-flex align-items-center gap-2 bg-surface";
  note.setAttribute("role", "status");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm ms-auto";
  discard.textContent = "Discard what I typed";
  discard.addEventListener("click", () => {
    write(form, original);
    sessionStorage.removeItem(PREFIX + key);
    note.remove();
  });
  note.append("What you typed before is filled in again.", discard);
  form.prepend(note);
}

export function startDrafts() {
  const forms = [...document.querySelectorAll("form[data-draft]")];
  const open = new Set(forms.map(form => form.dataset.draft));
  for (const key of Object.keys(sessionStorage).filter(name => name.startsWith(SENT))) {
    const draft = key.slice(SENT.length);
    if (!open.has(draft)) sessionStorage.removeItem(PREFIX + draft);
    sessionStorage.removeItem(key);
  }

  for (const form of forms) {
    const key = form.dataset.draft;
    const original = read(form);
    const kept = sessionStorage.getItem(PREFIX + key);
    const answered = form.querySelector(".is-invalid, [data-error-summary]") !== null;
    if (kept && !answered && kept !== JSON.stringify(original)) {
      write(form, JSON.parse(kept));
      offer(form, key, original);
    }

    let timer = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => sessionStorage.setItem(PREFIX + key, JSON.stringify(read(form))), 300);
    });
    form.addEventListener("submit", event => {
      if (event.submitter?.formTarget) return;
      clearTimeout(timer);
      sessionStorage.setItem(PREFIX + key, JSON.stringify(read(form)));
      sessionStorage.setItem(SENT + key, "yes");
    });
    for (const link of form.querySelectorAll("a[data-discard-draft]")) {
      link.addEventListener("click", () => sessionStorage.removeItem(PREFIX + key));
    }
  }
}

// What somebody types into form[data-draft] is kept in this tab until it has been sent:
// it survives a lost connection, an expired session, the back button and a reload. Request forms are kept on the server as well.
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

// A form that came back refused holds all that was typed, and perhaps a field more.
function stands(now, kept) {
  const there = new Set(now.map(field => JSON.stringify(field)));
  return kept.every(field => there.has(JSON.stringify(field)));
}

function offer(form, original) {
  const note = document.createElement("div");
  note.className = "alert alert-info d-flex flex-wrap align-items-center gap-2 bg-surface";
  note.setAttribute("role", "status");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm ms-auto";
  discard.textContent = "Discard what I typed";
  discard.addEventListener("click", () => {
    write(form, original);
    sessionStorage.removeItem(PREFIX + form.dataset.draft);
    note.remove();
  });
  note.append("What you typed before is filled in again.", discard);
  form.prepend(note);
}

// Kept on the server: this tab's copy is no longer needed, and goes by the number of the draft from now on.
function followServer() {
  let saving = 0;
  const isOurs = event => event.target.id === "draft-state";
  document.addEventListener("htmx:before:request", event => { if (isOurs(event)) saving++; });
  document.addEventListener("htmx:finally:request", event => { if (isOurs(event)) saving = Math.max(0, saving - 1); });
  document.addEventListener("htmx:after:swap", event => {
    const form = isOurs(event) && event.target.closest("form");
    const kept = form && event.target.querySelector("[data-kept]");
    if (!kept) return;
    sessionStorage.removeItem(PREFIX + form.dataset.draft);
    form.dataset.draft = kept.dataset.kept;
  });

  // Sending waits for a save under way, so that it names the version which that makes.
  document.addEventListener("submit", event => {
    const { target: form, submitter } = event;
    if (saving === 0 || !form.querySelector("#draft-state")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const goOn = done => {
      if (!isOurs(done)) return;
      document.removeEventListener("htmx:finally:request", goOn);
      form.requestSubmit(submitter);
    };
    document.addEventListener("htmx:finally:request", goOn);
  }, true);
}

export function startDrafts() {
  followServer();
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
    if (kept && !answered && !stands(original, JSON.parse(kept))) {
      write(form, JSON.parse(kept));
      offer(form, original);
    }

    let timer = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => sessionStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(read(form))), 300);
    });
    form.addEventListener("submit", event => {
      if (event.submitter?.formTarget) return;
      clearTimeout(timer);
      sessionStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(read(form)));
      sessionStorage.setItem(SENT + form.dataset.draft, "yes");
    });
    for (const link of form.querySelectorAll("a[data-discard-draft]")) {
      link.addEventListener("click", () => sessionStorage.removeItem(PREFIX + form.dataset.draft));
    }
  }
}

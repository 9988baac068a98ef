// textarea[data-mentions="/where"]: after an @ the people whose name begins with what follows are offered in a listbox.
// Arrows choose, Enter or Tab takes, Escape closes. Without script a name is simply typed: "@Paula Meier".
const WORDS = /(^|[\s(])@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u;

function startOne(field) {
  const list = document.createElement("ul");
  list.className = "dropdown-menu mention-list";
  list.id = `${field.id}-people`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People to mention");
  field.after(list);
  for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", list.id]]) field.setAttribute(name, value);

  let asked = 0;
  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const before = () => WORDS.exec(field.value.slice(0, field.selectionStart));

  function show(open) {
    list.classList.toggle("show", open);
    if (open) field.setAttribute("aria-activedescendant", chosen()?.id ?? "");
    else field.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const all = options();
    const next = all[(all.indexOf(chosen()) + step + all.length) % all.length];
    for (const one of all) one.setAttribute("aria-selected", String(one === next));
    show(true);
  }

  function take(option) {
    const found = before();
    if (!found) return show(false);
    const at = field.selectionStart - found[2].length;
    field.setRangeText(`${option.dataset.mention} `, at, field.selectionStart, "end");
    show(false);
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async function look() {
    const found = before();
    const mine = ++asked;
    if (!found) return show(false);
    const answer = await fetch(`${field.dataset.mentions}?q=${encodeURIComponent(found[2])}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    list.innerHTML = await answer.text();
    show(options().length > 0);
  }

  field.addEventListener("input", look);
  field.addEventListener("blur", () => setTimeout(() => show(false), 150));
  field.addEventListener("keydown", event => {
    if (!list.classList.contains("show") || event.isComposing) return;
    const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => take(chosen()), Tab: () => take(chosen()), Escape: () => show(false) }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("mousedown", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      take(option);
    }
  });
}

export function startMentions() {
  document.querySelectorAll("textarea[data-mentions]").forEach(startOne);
}

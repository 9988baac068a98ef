// The palette (Ctrl K): one box over a listbox. Arrows choose, Enter goes, Escape closes and gives the focus back.
const box = () => document.getElementById("palette");
const field = () => box().querySelector("input");
const options = () => [...box().querySelectorAll("[role=option]")];
const active = () => box().querySelector("[aria-selected=true]");
let wanted = null;

// What the match of the chosen one is made of; its bar says the same to who does not see it.
function tellParts(option) {
  const line = box().querySelector("[data-palette-parts]");
  line.textContent = option?.dataset.parts ?? "";
  line.hidden = line.textContent === "";
}

function choose(option) {
  tellParts(option);
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  if (option) {
    field().setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    field().removeAttribute("aria-activedescendant");
  }
}

function move(step) {
  const all = options();
  if (all.length > 0) choose(all[(all.indexOf(active()) + step + all.length) % all.length]);
}

const answered = () => box().querySelector("[data-palette-for]")?.dataset.paletteFor === field().value.trim();

// Whoever types and presses Enter at once means what will be found, not what is still there.
function go() {
  if (!answered()) wanted = field().value.trim();
  else active()?.click();
}

function arrived() {
  choose(options()[0]);
  const told = box().querySelector("[data-palette-words]");
  box().querySelector("[data-palette-status]").textContent = told?.dataset.paletteWords ?? "";
  if (wanted !== null && answered()) {
    wanted = null;
    active()?.click();
  }
}

export function openPalette() {
  if (!box() || document.querySelector("dialog[open]")) return;
  wanted = null;
  box().showModal();
  field().select();
  field().dispatchEvent(new CustomEvent("palette:open"));
}

export function startPalette() {
  const dialog = box();
  if (!dialog) return;
  new MutationObserver(arrived).observe(dialog.querySelector("[role=listbox]"), { childList: true });
  document.addEventListener("click", event => {
    const opener = event.target.closest("[data-palette-open]");
    if (opener && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      openPalette();
    }
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("[data-palette-close]")) dialog.close();
  });
  dialog.addEventListener("keydown", event => {
    if (event.target !== field() || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(step);
    else if (event.key === "Enter") go();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("pointerover", event => tellParts(event.target.closest("[role=option]") ?? active()));
  dialog.addEventListener("input", () => { wanted = null; });
}

// A picker of deals: what its box finds stands below it as buttons. Enter in the box takes the only one, or goes to the first;
// arrows go through them, Enter takes, Escape goes back. Whatever is taken becomes the choice of the select.
const pickerOf = element => element.closest("[data-picker]");
const boxOf = picker => picker.querySelector("input[type=search]");
const choiceOf = picker => picker.querySelector("select");
const hitsOf = picker => [...picker.querySelectorAll("[data-picker-label]")];
const foundOf = picker => picker.querySelector("[data-picker-for]");
const answered = picker => foundOf(picker)?.dataset.pickerFor === boxOf(picker).value.trim();
let wanted = null;

function close(picker) {
  picker.querySelector("[data-picker-hits]").replaceChildren();
  picker.querySelector("[data-picker-status]").textContent = "";
  boxOf(picker).value = "";
}

function take(picker, hit) {
  const choice = choiceOf(picker);
  if (![...choice.options].some(option => option.value === hit.value)) choice.add(new Option(hit.dataset.pickerLabel, hit.value));
  choice.value = hit.value;
  choice.classList.remove("is-invalid");
  choice.focus();
  for (const kind of ["input", "change"]) choice.dispatchEvent(new Event(kind, { bubbles: true }));
}

function enter(picker) {
  const hits = hitsOf(picker);
  if (hits.length === 1) take(picker, hits[0]);
  else hits[0]?.focus();
}

// Whoever types and presses Enter at once means what will be found.
function arrived(picker) {
  const said = foundOf(picker)?.dataset.pickerWords ?? "";
  const status = picker.querySelector("[data-picker-status]");
  if (status.textContent !== said) status.textContent = said;
  if (wanted !== picker || !answered(picker)) return;
  wanted = null;
  if (document.activeElement === boxOf(picker)) enter(picker);
}

function inBox(event, picker) {
  if (event.key === "Enter") {
    if (answered(picker)) enter(picker);
    else if (boxOf(picker).value.trim() !== "") wanted = picker;
  } else if (event.key === "ArrowDown" && hitsOf(picker).length > 0) hitsOf(picker)[0].focus();
  else if (event.key === "Escape" && foundOf(picker)) close(picker);
  else return;
  event.preventDefault();
}

function inHits(event, picker) {
  const hits = hitsOf(picker);
  const place = hits.indexOf(event.target);
  if (event.key === "ArrowDown") hits[Math.min(place + 1, hits.length - 1)].focus();
  else if (event.key === "ArrowUp") (hits[place - 1] ?? boxOf(picker)).focus();
  else if (event.key === "Escape") boxOf(picker).focus();
  else return;
  event.preventDefault();
}

export function startPicker() {
  document.addEventListener("keydown", event => {
    const picker = event.target.closest?.("[data-picker]");
    if (!picker || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === boxOf(picker)) inBox(event, picker);
    else if (event.target.matches("[data-picker-label]")) inHits(event, picker);
  });
  document.addEventListener("click", event => {
    const hit = event.target.closest("[data-picker-label]");
    if (!hit) return;
    event.preventDefault();
    take(pickerOf(hit), hit);
  });
  document.addEventListener("change", event => {
    const picker = event.target.matches("[data-picker] select") && pickerOf(event.target);
    if (picker) close(picker);
  });
  document.addEventListener("input", event => {
    if (event.target.closest?.("[data-picker]")) wanted = null;
  });
  document.addEventListener("htmx:after:swap", () => {
    for (const picker of document.querySelectorAll("[data-picker]")) arrived(picker);
  });
}

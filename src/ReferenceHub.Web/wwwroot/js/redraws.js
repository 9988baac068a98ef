// A part under [data-redrawn] is drawn anew by the server: what is open in it stays open, what is closed stays closed,
// and what was typed there while the answer was on its way is not lost.
const ROOM = "[data-redrawn]";
const isPreview = event => event.detail?.ctx?.sourceElement?.closest?.("form")?.querySelector(ROOM) && event.target.id !== "draft-state";

export function startRedraws() {
  const late = new Set();
  let kept = null;

  for (const kind of ["input", "change"]) document.addEventListener(kind, event => {
    if (event.target.name && event.target.closest(ROOM)) late.add(event.target.id);
  });
  document.addEventListener("htmx:before:request", event => { if (isPreview(event)) late.clear(); });

  document.addEventListener("htmx:before:swap", event => {
    if (!isPreview(event)) return;
    const focused = document.activeElement?.closest(ROOM) ? document.activeElement : null;
    kept = {
      room: document.querySelector(ROOM),
      parts: [...document.querySelectorAll(`${ROOM} details[id]`)].map(part => [part.id, part.open]),
      fields: [...late].map(id => document.getElementById(id)).filter(Boolean).map(field => [field.id, field.value, field.checked]),
      focus: focused && [focused.id, focused.selectionStart, focused.selectionEnd],
    };
  });

  document.addEventListener("htmx:after:swap", () => {
    const before = kept;
    kept = null;
    if (!before || before.room?.isConnected) return;
    for (const [id, open] of before.parts) {
      const part = document.getElementById(id);
      if (part) part.open = open;
    }
    for (const [id, value, checked] of before.fields) {
      const field = document.getElementById(id);
      if (!field) continue;
      field.value = value;
      if (checked !== undefined) field.checked = checked;
    }
    if (!before.focus) return;
    const [id, from, to] = before.focus;
    const field = document.getElementById(id);
    field?.focus();
    if (from !== null && from !== undefined) field?.setSelectionRange?.(from, to);
  });
}

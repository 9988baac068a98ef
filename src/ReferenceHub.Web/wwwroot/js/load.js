// A planned use is dragged along its customer's weeks, by mouse or finger; its link leads to the form that does the same without.
const DAY = 86400000;
const iso = time => new Date(time).toISOString().slice(0, 10);
const said = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

export function startLoad() {
  const load = document.querySelector("[data-load]");
  const form = document.getElementById("move-use");
  if (!load || !form) return;
  const today = Date.parse(load.dataset.today);
  let held = null;

  // The same day of the week under the pointer; today where that has passed.
  const dayAt = (x, y) => {
    const row = held.mark.closest("tr");
    for (const cell of row.querySelectorAll("[data-week]")) {
      const box = cell.getBoundingClientRect();
      if (x < box.left || x >= box.right || y < box.top - 48 || y > box.bottom + 48) continue;
      const week = Math.floor((x - box.left) / (box.width / cell.colSpan));
      const monday = Date.parse(cell.dataset.week) + week * 7 * DAY;
      const was = Date.parse(held.mark.dataset.was);
      const day = monday + ((new Date(was).getUTCDay() + 6) % 7) * DAY;
      return { cell, day: day >= today ? day : monday + 6 * DAY >= today ? today : null };
    }
    return null;
  };

  const show = (place, x, y) => {
    held.cell?.classList.remove("drop");
    held.cell = place?.day ? place.cell : null;
    held.cell?.classList.add("drop");
    held.label.textContent = !place ? "Not here" : place.day ? said.format(place.day) : "In the past";
    held.label.style.transform = `translate(${Math.min(x + 12, innerWidth - 110)}px, ${y + 16}px)`;
  };

  const drop = () => {
    held.cell?.classList.remove("drop");
    held.mark.classList.remove("held");
    held.label?.remove();
    held = null;
  };

  load.addEventListener("pointerdown", event => {
    const mark = event.target.closest("[data-use]");
    if (!mark || event.button !== 0 || held) return;
    held = { mark, x: event.clientX, y: event.clientY, moving: false };
    mark.setPointerCapture(event.pointerId);
  });

  load.addEventListener("pointermove", event => {
    if (!held) return;
    if (!held.moving) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < 6) return;
      held.moving = true;
      held.mark.classList.add("held");
      held.label = document.createElement("div");
      held.label.className = "load-drop";
      document.body.append(held.label);
    }
    show(dayAt(event.clientX, event.clientY), event.clientX, event.clientY);
  });

  load.addEventListener("pointerup", event => {
    if (!held) return;
    const { mark, moving } = held;
    const place = moving ? dayAt(event.clientX, event.clientY) : null;
    drop();
    if (!moving) return;
    const stay = click => click.preventDefault();
    load.addEventListener("click", stay, true);
    setTimeout(() => {
      load.removeEventListener("click", stay, true);
      if (!place?.day || iso(place.day) === mark.dataset.was) return;
      form.action = mark.dataset.use;
      form.elements.Was.value = mark.dataset.was;
      form.elements.On.value = iso(place.day);
      form.submit();
    });
  });

  load.addEventListener("pointercancel", () => held && drop());
  document.addEventListener("keydown", event => { if (event.key === "Escape" && held) drop(); });
}

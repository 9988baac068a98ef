// Small switches that need no request: select all, show a part of a form by the value of another field.
export function startToggles() {
  document.addEventListener("change", event => {
    const all = event.target.closest("[data-select-all]");
    if (all) {
      for (const box of document.querySelectorAll(all.dataset.selectAll)) box.checked = all.checked;
    }

    const named = event.target.closest("[data-shows]");
    if (named) showParts(named);

    const fitted = event.target.closest("form[data-fits]");
    if (fitted) fitParts(fitted);

    event.target.closest("form[data-submit-on-change]")?.requestSubmit();
  });

  document.addEventListener("click", event => {
    if (event.target.closest("[data-print]")) window.print();
  });

  document.querySelectorAll("[data-shows]").forEach(showParts);
  document.querySelectorAll("form[data-fits]").forEach(fitParts);
  document.addEventListener("htmx:after:swap", () => document.querySelectorAll("form[data-fits]").forEach(fitParts));

  // Where tabs do not fit beside each other, the one that is open is in sight.
  for (const tab of document.querySelectorAll(".nav.overflow-auto .active")) {
    const row = tab.closest(".nav");
    row.scrollLeft = Math.max(0, tab.getBoundingClientRect().right - row.getBoundingClientRect().right + 24);
  }

  // Menus are <details class="menu">: a click elsewhere or Escape closes them.
  document.addEventListener("click", event => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const score of document.querySelectorAll(".score-of:is(:hover, :focus-within)")) score.classList.add("hushed");
    const open = document.querySelector("details.menu[open]");
    open?.querySelector("summary").focus();
    closeMenus(null);
  });

  // What Escape hid of a match shows again next time.
  for (const leaving of ["pointerout", "focusout"]) document.addEventListener(leaving, event => event.target.closest?.(".score-of")?.classList.remove("hushed"));
}

function closeMenus(but) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== but) menu.open = false;
  }
}

// data-shows="#part" data-shows-when="Paused": the part is hidden unless the field has that value.
function showParts(field) {
  if (field.type === "radio" && !field.checked) return;
  const wanted = (field.dataset.showsWhen ?? "").split(",");
  document.querySelector(field.dataset.shows)?.classList.toggle("d-none", !wanted.includes(field.value));
}

// form[data-fits]: a part with data-shown-for="Kind:Limit,Rest;Closes:Renewal" is there when one of the named fields has one of its values.
// What holds an error stays in sight.
function fitParts(form) {
  for (const part of form.querySelectorAll("[data-shown-for]")) {
    const fits = part.dataset.shownFor.split(";").map(each => each.split(":")).some(([name, values]) => values.split(",").includes(form.elements[name]?.value));
    part.classList.toggle("d-none", !fits && !part.querySelector(".is-invalid"));
  }
}

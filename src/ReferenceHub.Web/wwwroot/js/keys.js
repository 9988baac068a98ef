import { openPalette } from "./palette.js";

// Single-key shortcuts; a person can switch them off in the list of keys (`?`), which stays reachable by button.
//   data-key="a"        pressing a clicks (or focuses) the element; data-key-label says what it does
//   data-list           a list in which j and k move; its rows are data-row, the row's link data-row-link
// Moving sends row:select from the row, so that hx-trigger="row:select" can fill a preview.
const typing = target => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], dialog[open]");
const on = () => document.body.dataset.keys !== "off";

function press(element) {
  if (element.matches("input, select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-list] [data-row]")].filter(row => row.offsetParent !== null);
  if (rows.length === 0) return;
  const held = document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row].selected-row");
  const next = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(held) + step))];
  (next.querySelector("[data-row-link]") ?? next.querySelector("a, input"))?.focus();
  for (const row of rows) row.classList.toggle("selected-row", row === next);
  next.dispatchEvent(new CustomEvent("row:select", { bubbles: true }));
}

function listKeys() {
  const dialog = document.getElementById("keys-dialog");
  const list = dialog?.querySelector("[data-page-keys]");
  if (!dialog || dialog.open) return;
  list.replaceChildren();
  const add = (key, label) => {
    const term = document.createElement("dt");
    const cap = document.createElement("span");
    cap.className = "kbd";
    cap.textContent = key;
    term.append(cap);
    const words = document.createElement("dd");
    words.textContent = label;
    list.append(term, words);
  };
  for (const element of document.querySelectorAll("[data-key]")) {
    add(element.dataset.key, element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.replace(/\s+/g, " ").trim());
  }
  if (document.querySelector("[data-list]")) {
    add("j", "Next row");
    add("k", "Row before");
    add("x", "Select row");
  }
  if (document.getElementById("palette")) add("Ctrl K", "Go to or find anything");
  add("?", "This list");
  dialog.showModal();
}

export function startKeys() {
  document.addEventListener("click", event => {
    if (event.target.closest("[data-list-keys]")) listKeys();
  });

  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      return openPalette();
    }

    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const form = event.target.closest?.("form[data-draft]");
      form?.requestSubmit(form.querySelector("[type=submit].btn-primary") ?? undefined);
      return;
    }

    if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === "?") return listKeys();
    if (event.key === "j" || event.key === "k") return move(event.key === "j" ? 1 : -1);
    if (event.key === "x") {
      const box = document.activeElement?.closest("[data-row]")?.querySelector("input[type=checkbox]");
      return box?.click();
    }

    const target = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(element => element.offsetParent !== null);
    if (target) {
      event.preventDefault();
      press(target);
    }
  });
}

// Says something in the page's message area, which screen readers follow.
export function say(text, tone = "danger") {
  const area = document.getElementById("flash");
  if (!area) return;
  const box = document.createElement("div");
  box.className = `alert alert-${tone} alert-dismissible bg-surface`;
  box.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn-close";
  close.dataset.bsDismiss = "alert";
  close.setAttribute("aria-label", "Close");
  box.append(close);
  area.replaceChildren(box);
  area.scrollIntoView({ block: "nearest" });
}

// The line of candidates is dragged by its handles; the buttons beside them do the same without a pointer or script.
export function startLine() {
  const line = document.querySelector("[data-line]");
  if (!line || line.querySelectorAll(".line-item").length < 2) return;

  const start = () => globalThis.Sortable.create(line, {
    handle: "[data-line-handle]",
    draggable: ".line-item",
    animation: 120,
    onEnd: event => {
      if (event.oldDraggableIndex === event.newDraggableIndex) return;
      const form = event.item.querySelector("[data-line-form]");
      const place = form.querySelector("input[name=Place]");
      place.disabled = false;
      place.value = event.newDraggableIndex + 1;
      form.submit();
    },
  });

  const library = document.createElement("script");
  library.src = line.dataset.line;
  library.addEventListener("load", start);
  document.head.append(library);
}

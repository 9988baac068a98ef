// Steps of a draft are dragged by their handles, also from stage to stage; the arrows beside them do the same without a pointer or script.
export function startSteps() {
  const editor = document.querySelector("[data-steps-of]");
  if (!editor) return;

  const start = () => {
    for (const list of editor.querySelectorAll("[data-steps]")) {
      globalThis.Sortable.create(list, {
        group: "steps",
        handle: "[data-step-handle]",
        draggable: ".edit-step",
        animation: 120,
        onEnd: event => {
          if (event.from === event.to && event.oldDraggableIndex === event.newDraggableIndex) return;
          const form = event.item.querySelector("[data-step-drag]");
          form.elements.stage.value = event.to.dataset.steps;
          form.elements.place.value = event.newDraggableIndex + 1;
          form.requestSubmit();
        },
      });
    }
  };

  const library = document.createElement("script");
  library.src = editor.dataset.stepsOf;
  library.addEventListener("load", start);
  document.head.append(library);
}

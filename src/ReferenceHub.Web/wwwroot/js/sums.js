// [data-sum=100] holds numbers that add up to a goal; [data-sum-words] inside says how far they are.
const total = box => [...box.querySelectorAll("input[type=number]")].reduce((sum, field) => sum + (Number(field.value) || 0), 0);

function say(box) {
  const [sum, goal] = [total(box), Number(box.dataset.sum)];
  const words = box.querySelector("[data-sum-words]");
  words.textContent = `Together ${sum} of ${goal}` + (sum < goal ? `: ${goal - sum} to give` : sum > goal ? `: ${sum - goal} too many` : "");
  words.classList.toggle("text-danger", sum !== goal);
  words.classList.toggle("text-secondary", sum === goal);
}

export function startSums() {
  for (const box of document.querySelectorAll("[data-sum]")) {
    say(box);
    box.addEventListener("input", () => say(box));
  }
}

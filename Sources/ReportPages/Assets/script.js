// Narrows lists as one types. Pages can be read without it.
"use strict";

for (const field of document.querySelectorAll(".filter[data-list]")) {
  const list = document.getElementById(field.dataset.list);
  const input = field.querySelector("input");
  const output = field.querySelector("output");
  const rows = Array.from(list.children, (row) => ({ row, text: row.textContent.normalize("NFKC").toLowerCase() }));
  const narrow = () => {
    const words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const isShown = words.every((word) => text.includes(word));
      row.hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    output.textContent = words.length ? output.dataset.text.replace("%1", shown) : "";
  };
  input.addEventListener("input", narrow);
  field.hidden = false;
  narrow();
}

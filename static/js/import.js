// Wrong cells of an import as in Excel: Enter and the arrows walk from cell to cell, the last Enter reaches the button. Tab does it without this file.
"use strict";

const grid = document.querySelector("[data-grid]");
const cells = [...grid.querySelectorAll("input.form-control")];
const steps = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

function walk(event) {
  const place = cells.indexOf(event.target);
  if (place < 0 || !(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  const next = cells[place + steps[event.key] * (event.key === "Enter" && event.shiftKey ? -1 : 1)];
  if (next) {
    next.focus();
    next.select();
  } else if (event.key !== "ArrowUp") {
    grid.querySelector(".form-buttons button").focus();
  }
}

grid.addEventListener("keydown", walk);

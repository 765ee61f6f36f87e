// The sum and the level while the sheet is being filled; the server counts again when it is saved.
"use strict";

function count(form) {
  const box = form.querySelector("[data-sum]");
  const chosen = [...form.querySelectorAll("input[type=radio]:checked")];
  const names = new Set([...form.querySelectorAll("input[type=radio]")].map((radio) => radio.name));
  const total = chosen.reduce((sum, radio) => sum + Number(radio.value), 0);
  const left = names.size - chosen.length;
  box.hidden = false;
  box.querySelector("[data-total]").textContent = total;
  box.querySelector("[data-left]").textContent = left;
  box.querySelector("[data-unfinished]").hidden = left === 0;
  form.querySelectorAll("[data-lowest]").forEach((band) => {
    const here = left === 0 && total >= Number(band.dataset.lowest) && total <= Number(band.dataset.highest);
    if (here) band.setAttribute("aria-current", "true");
    else band.removeAttribute("aria-current");
  });
}

document.querySelectorAll("[data-indicators]").forEach((form) => {
  form.addEventListener("change", () => count(form));
  count(form);
});

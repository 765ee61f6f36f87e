// The page that proposes pairs: search as you type, the choice in words, the kind that fits. Without this file the buttons do it.
"use strict";

const page = document.querySelector("[data-propose]");
const plain = (text) => text.normalize("NFC").toLowerCase().replaceAll("ё", "е").trim();

function search(column) {
  const wanted = plain(column.querySelector("[data-column-search]").value);
  let shown = 0;
  column.querySelectorAll("[data-words]").forEach((person) => {
    person.hidden = !person.dataset.words.includes(wanted) && !person.querySelector("input").checked;
    if (!person.hidden) shown += 1;
  });
  column.querySelector("[data-nothing]").hidden = shown > 0;
}

function names(field) {
  return [...page.querySelectorAll(`input[name="${field}"]:checked`)].map((box) => box.dataset.name);
}

function tellChoice() {
  const line = page.querySelector("[data-choice]");
  const mentor = names("mentor");
  const mentees = names("mentees");
  line.textContent = mentor.length || mentees.length ? `${mentor[0] || "…"} — ${mentees.join(", ") || "…"}` : line.dataset.nobody;
}

// Two ticked mentees are a group, one is a pair: the kind follows until the curator chooses it.
function followKind() {
  const kind = page.elements.kind;
  if (!kind || kind.dataset.chosen) return;
  const count = names("mentees").length;
  const group = kind.querySelector(`option[value="${page.dataset.group}"]`);
  if (group && (count > 1) !== group.selected) kind.value = count > 1 ? group.value : kind.options[0].value;
}

if (page) {
  page.querySelectorAll("[data-search-button]").forEach((button) => { button.hidden = true; });
  page.querySelector("[data-show-button]").hidden = true;
  page.querySelectorAll("[data-column]").forEach((column) => column.querySelector("[data-column-search]")?.addEventListener("input", () => search(column)));
  page.addEventListener("change", (event) => {
    if (event.target.matches("[name=form], [data-show]")) page.requestSubmit(page.querySelector("[data-show-button]"));
    if (event.target.name === "kind") event.target.dataset.chosen = "1";
    followKind();
    tellChoice();
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-column-search]")) event.preventDefault();
  });
  followKind();
  tellChoice();
}

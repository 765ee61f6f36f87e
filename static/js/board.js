// The board of a run: dragging a mentee shows on each mentor what the drop would cost; the drop opens the same step that the page
// «another mentor» offers, and nothing is written before its button is pressed. Without this file the links and buttons do all of it.
const form = document.querySelector("[data-board]");
const dialog = document.querySelector("[data-drop-dialog]");
const body = dialog.querySelector("[data-drop-body]");
const mentors = [...form.querySelectorAll("[data-mentor]")];
let dragged = null;
let answer = null;

async function ask(mentee) {
  const response = await fetch(`${form.dataset.board.replace("/0/", `/${mentee}/`)}?part=1`);
  if (!response.ok) throw new Error(response.statusText);
  const part = document.createElement("template");
  part.innerHTML = await response.text();
  return part.content;
}

function tell(section, tone, words) {
  const line = section.querySelector("[data-price]");
  section.dataset.tone = tone;
  line.textContent = words;
  line.hidden = false;
}

function showPrices(part, own) {
  for (const section of mentors) {
    const key = section.dataset.mentor;
    const way = part.querySelector(`[data-way="${key}"]`);
    const obstacle = part.querySelector(`[data-obstacle="${key}"]`);
    if (way) tell(section, way.dataset.tone, way.dataset.sentence);
    else if (section !== own) tell(section, "none", obstacle ? obstacle.querySelector("span").textContent.trim() : dialog.dataset.refused);
  }
}

function hidePrices() {
  for (const section of mentors) {
    delete section.dataset.tone;
    section.classList.remove("mentor-over");
    section.querySelector("[data-price]").hidden = true;
  }
}

async function start(event) {
  const card = event.target.closest("[data-mentee]");
  if (!card) return;
  dragged = card;
  card.classList.add("mentee-dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", card.dataset.mentee);
  answer = ask(card.dataset.mentee);
  try {
    const part = await answer;
    if (dragged === card) showPrices(part, card.closest("[data-mentor]"));
  } catch {
    if (dragged === card) for (const section of mentors) tell(section, "none", dialog.dataset.failed);
  }
}

function over(event) {
  const section = event.target.closest("[data-mentor]");
  for (const one of mentors) one.classList.toggle("mentor-over", one === section && one.dataset.tone !== "none" && "tone" in one.dataset);
  if (section && dragged) event.preventDefault();
}

async function drop(event) {
  const section = event.target.closest("[data-mentor]");
  if (!section || !dragged) return;
  event.preventDefault();
  const name = dragged.querySelector(".mentee-name").textContent.trim();
  let part;
  try {
    part = await answer;
  } catch {
    return;
  }
  const way = part.querySelector(`[data-way="${section.dataset.mentor}"]`);
  if (way) confirm(part, way, name);
}

// The row of the price with its own button, inside a copy of its form: the token and the version come along.
function confirm(part, way, name) {
  const copy = way.closest("form").cloneNode(true);
  const row = copy.querySelector(`[data-way="${way.dataset.way}"]`);
  copy.querySelectorAll("[data-way]").forEach((other) => { if (other !== row) other.remove(); });
  const title = document.createElement("h2");
  title.textContent = `${name} → ${row.querySelector(".price-name").firstChild.textContent.trim()}`;
  copy.querySelector("button").classList.replace("btn-secondary", "btn-primary");
  body.replaceChildren(title, copy);
  dialog.showModal();
}

function end() {
  if (dragged) dragged.classList.remove("mentee-dragged");
  dragged = null;
  hidePrices();
}

form.addEventListener("dragstart", start);
form.addEventListener("dragover", over);
form.addEventListener("drop", drop);
form.addEventListener("dragend", end);
dialog.querySelector("[data-drop-close]").addEventListener("click", () => dialog.close());

// A button on each card fills the next empty place; without JavaScript the places are plain selects.
document.querySelectorAll("[data-wishes]").forEach((form) => {
  const places = [...form.querySelectorAll("select[name^='wish_']")];
  const chosen = () => places.map((place) => place.value).filter(Boolean);
  const show = () => {
    form.querySelectorAll("[data-person]").forEach((card) => {
      const at = places.findIndex((place) => place.value === card.dataset.person);
      const button = card.querySelector("[data-pick]");
      button.hidden = false;
      button.disabled = at === -1 && chosen().length === places.length;
      button.setAttribute("aria-pressed", at !== -1);
      button.querySelector("[data-label]").textContent = at === -1 ? button.dataset.choose : button.dataset.drop;
      card.dataset.place = card.querySelector(".wish-name").dataset.place = at === -1 ? "" : at + 1;
    });
  };
  const set = (place, value) => {
    place.value = value;
    place.tomselect?.setValue(value, true);
  };
  form.addEventListener("click", (event) => {
    const card = event.target.closest("[data-pick]")?.closest("[data-person]");
    if (!card) return;
    const there = places.find((place) => place.value === card.dataset.person);
    const free = there ?? places.find((place) => !place.value);
    if (free) set(free, there ? "" : card.dataset.person);
    show();
  });
  form.addEventListener("change", show);
  show();
});

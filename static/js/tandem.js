// Small help on top of pages that work without it. Everything is bound by data- attributes.
"use strict";

(() => {
  const root = document.documentElement;

  // Theme: the server reads the cookie and writes data-bs-theme; "" means as the device.
  function setUpTheme(box) {
    const buttons = box.querySelectorAll("[data-choose]");
    const show = () => buttons.forEach((button) => button.setAttribute("aria-pressed", button.dataset.choose === (root.dataset.bsTheme || "")));
    buttons.forEach((button) => button.addEventListener("click", () => {
      const theme = button.dataset.choose;
      document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax`;
      if (theme) root.dataset.bsTheme = theme;
      else delete root.dataset.bsTheme;
      show();
    }));
    box.hidden = false;
    show();
  }

  // Menus made of <details>: Escape and a press elsewhere close them.
  function closeMenus(event) {
    document.querySelectorAll("[data-drop][open]").forEach((menu) => {
      const escape = event.key === "Escape";
      if (escape || (event.type === "click" && !menu.contains(event.target))) menu.open = false;
      if (escape) menu.querySelector("summary").focus();
    });
  }

  function onKey(event) {
    if (event.key === "Escape" && location.hash === "#menu") location.hash = "main";
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") {
      const box = document.querySelector("[data-search-box]");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    }
    closeMenus(event);
  }

  // A second press of the same button sends nothing; the form wakes up when the page comes back from history.
  function sendOnce(event) {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
  }

  function wakeForms() {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  }

  function toast(text, stays) {
    const note = document.createElement("div");
    note.className = "note note-bad";
    const words = document.createElement("div");
    words.textContent = text;
    note.append(words);
    document.getElementById("toasts").replaceChildren(note);
    if (!stays) setTimeout(() => note.remove(), 10000);
  }

  // Long choices get a search field.
  function dress(part) {
    part.querySelectorAll("select[data-search]:not(.tomselected)").forEach((select) => {
      const nothing = document.body.dataset.textNothing;
      new TomSelect(select, {
        maxOptions: 500,
        render: {
          no_results: () => {
            const line = document.createElement("div");
            line.className = "no-results";
            line.textContent = nothing;
            return line;
          },
        },
      });
      select.setAttribute("aria-hidden", "true");
    });
  }

  // A line of the error summary leads to the field also when the field is a dressed choice.
  function followError(event) {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field?.tomselect) return;
    event.preventDefault();
    field.tomselect.focus();
    field.tomselect.control.scrollIntoView({ block: "center" });
  }

  // The box in the head of a list picks the rows of the page.
  function pickPage(event) {
    if (!event.target.matches("[data-pick-page]")) return;
    event.target.closest("table").querySelectorAll("input[name=row]").forEach((box) => { box.checked = event.target.checked; });
  }

  document.querySelectorAll("[data-theme-switch]").forEach(setUpTheme);
  document.querySelector("[data-focus]")?.focus();
  if (matchMedia("(max-width: 47.99em)").matches) document.querySelectorAll("[data-fold]").forEach((fold) => { fold.open = false; });
  dress(document);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", closeMenus);
  document.addEventListener("click", followError);
  document.addEventListener("change", pickPage);
  document.addEventListener("submit", sendOnce);
  window.addEventListener("pageshow", wakeForms);
  document.body.addEventListener("htmx:load", (event) => dress(event.detail.elt));
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.body.addEventListener(name, (event) => {
      const words = document.body.dataset;
      const isSignedOut = event.detail.xhr?.status === 401;
      toast(isSignedOut ? words.textSignedOut : words.textFailed, isSignedOut);
    });
  }
})();

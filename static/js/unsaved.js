// Asks before a page is left on which something is typed and not saved: a form with `data-unsaved`.

let typed = false;

document.addEventListener("input", ({ target }) => {
  if (target.form?.hasAttribute("data-unsaved")) typed = true;
});

document.addEventListener("submit", ({ target }) => {
  if (target.hasAttribute("data-unsaved")) typed = false;
});

window.addEventListener("beforeunload", (event) => {
  if (typed || document.querySelector("[data-unsaved] .govuk-error-summary")) event.preventDefault();
});

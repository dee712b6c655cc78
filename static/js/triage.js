// The workbench: single keys that press what is printed beside them, the next suggestion without
// loading the whole page, and how many rows are ticked. Everything works without this module.

const workbench = document.getElementById("triage");
const dialog = document.getElementById("keyboard-help");
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const NATIVE = "a, button, summary, input[type=checkbox]";
let busy = false;

const desk = () => document.getElementById("suggestion-desk");
const rowOf = (number) => document.getElementById(`s${number}`);

// Keys

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (modified || busy || dialog.open || target.matches(TYPING)) return;
  if (key === "?") return openHelp(event);
  if (workbench.dataset.shortcuts !== "on" || !act(key, target)) return;
  event.preventDefault();
});

function act(key, target) {
  if (key === "x") return tickCurrent();
  if (/^[1-9]$/.test(key)) return choose(`[data-area-key="${key}"]`);
  if (/^[a-g]$/.test(key)) return choose(`.qs-subareas--open [data-sub-key="${key}"]`);
  if (key === "Enter" && target.matches(NATIVE)) return false;
  if (!["j", "k", "s", "u", "Enter"].includes(key)) return false;
  const control = document.querySelector(`[data-key="${key}"]`);
  control?.click();
  return Boolean(control);
}

function choose(selector) {
  const radio = document.querySelector(selector);
  if (!radio) return false;
  radio.checked = true;
  radio.focus({ preventScroll: true });
  const { top, bottom } = radio.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) radio.scrollIntoView({ block: "nearest" });
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function openHelp(event) {
  event.preventDefault();
  dialog.showModal();
}

// The areas: only the chosen one shows its sub-areas.

function openChosen() {
  for (const area of document.querySelectorAll(".qs-areas .govuk-radios > .qs-area")) {
    const below = area.querySelector(".qs-subareas");
    below?.classList.toggle("qs-subareas--open", Boolean(area.querySelector(":checked")));
  }
}

document.addEventListener("change", ({ target }) => {
  if (target.name === "place") openChosen();
  if (target.form?.id === "together") countTicked();
});

// Rows that are ticked

function tickCurrent() {
  const box = rowOf(desk()?.dataset.number)?.querySelector("input");
  if (!box) return false;
  box.click();
  return true;
}

const together = document.getElementById("together");
const unticked = document.getElementById("together-words")?.innerHTML;

function countTicked() {
  const numbers = [...document.querySelectorAll("#rows :checked")].map((box) => box.value);
  const words = document.getElementById("together-words");
  together.classList.toggle("qs-together--some", numbers.length > 0);
  if (numbers.length) words.textContent = `${numbers.length} ticked: ${numbers.join(", ")}`;
  else words.innerHTML = unticked;
}

together?.addEventListener("reset", () => setTimeout(countTicked));

// From suggestion to suggestion

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-desk], #rows a");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && goTo(link)) {
    event.preventDefault();
  }
  const opener = event.target.closest("[data-opens]");
  if (opener) openHelp(event);
});

function goTo(link) {
  const number = link.pathname.match(/\/(\d+)\/triage\/$/)?.[1];
  if (!rowOf(number)) return false; // on another page of the list: load that
  busy = true;
  const swap = "outerHTML settle:0ms"; // at once, so that no key meets a desk that is half there
  window.htmx.ajax("GET", link.href, { source: desk(), target: "#suggestion-desk", swap });
  return true;
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.target.id === "suggestion-desk") busy = true;
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.successful && detail.xhr.status !== 422) busy = false;
});

document.addEventListener("htmx:afterSwap", ({ target }) => {
  if (target.id !== "suggestion-desk") return;
  busy = false;
  arrive();
});

for (const name of ["submit", "pagehide"]) {
  window.addEventListener(name, ({ target }) => {
    if (name === "pagehide" || (target.id !== "decide" && target.method !== "dialog")) busy = true;
  });
}

window.addEventListener("pageshow", () => {
  busy = false;
});

// What a new suggestion on the desk changes in the list beside it.
function arrive() {
  const { number, title, done, stays } = desk().dataset;
  const errors = desk().querySelector(".govuk-error-summary");
  document.title = errors ? `Error: ${title}` : title;
  if (done && stays === "no") rowOf(done)?.remove();
  document.querySelector("#rows [aria-current]")?.removeAttribute("aria-current");
  const link = rowOf(number)?.querySelector("a");
  if (!link) return window.location.reload();
  link.setAttribute("aria-current", "true");
  show(link);
  openChosen();
}

// The list scrolls inside its frame; the window stays where it is.
function show(link) {
  const frame = link.closest(".qs-triage__rows");
  const [row, box] = [link.parentElement.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (row.top < box.top || row.bottom > box.bottom) frame.scrollTop += row.top - box.top - 40;
}

openChosen();
if (together) countTicked();
const current = document.querySelector("#rows [aria-current]");
if (current) show(current);
document.body.classList.add("qs-keys-work"); // what is of no use without this module shows now

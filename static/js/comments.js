// The workbench of comments: single keys that press what is printed beside them. Everything works
// without this module.

const workbench = document.getElementById("comments");
const dialog = document.getElementById("keyboard-help");
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const NATIVE = "a, button, summary, input[type=checkbox]";
let busy = false;

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (modified || busy || dialog.open || target.matches(TYPING)) return;
  if (key === "?") openHelp();
  else if (workbench.dataset.shortcuts !== "on" || !act(key, target)) return;
  event.preventDefault();
});

function act(key, target) {
  if (key === "x") return press("#rows li:has([aria-current]) input");
  if (/^[1-9]$/.test(key)) return press(`[data-theme-key="${key}"]`, true);
  if (key === "Enter" && target.matches(NATIVE)) return false;
  if (!["j", "k", "Enter"].includes(key)) return false;
  return press(`[data-key="${key}"]`);
}

function press(selector, stays = false) {
  const control = document.querySelector(selector);
  control?.click();
  if (stays) control?.focus({ preventScroll: true });
  return Boolean(control);
}

function openHelp() {
  dialog.showModal();
}

document.querySelector("[data-opens]").addEventListener("click", openHelp);
for (const name of ["submit", "pagehide"]) {
  window.addEventListener(name, ({ target }) => {
    busy = name === "pagehide" || target.method !== "dialog";
  });
}
window.addEventListener("pageshow", () => {
  busy = false;
});

// The list scrolls inside its frame; the window stays where it is.
const current = document.querySelector("#rows [aria-current]");
if (current) {
  const frame = current.closest(".qs-triage__rows");
  const [row, box] = [current.parentElement.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (row.top < box.top || row.bottom > box.bottom) frame.scrollTop += row.top - box.top - 40;
}
document.body.classList.add("qs-keys-work");

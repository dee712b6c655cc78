// What is typed for a meeting and not yet sent outlives a reload, a lost connection or another
// page: it is kept in this tab until it is sent.

const TYPED = "#point-form textarea, #recording-form textarea";

function keyOf(field) {
  const place = field.form.getAttribute("action") || window.location.pathname;
  return `typed ${place} ${field.name}`;
}

function keep({ target }) {
  if (!target.matches(TYPED)) return;
  if (target.value.trim()) sessionStorage.setItem(keyOf(target), target.value);
  else sessionStorage.removeItem(keyOf(target));
}

function bringBack() {
  for (const field of document.querySelectorAll(TYPED)) {
    if (!field.value) field.value = sessionStorage.getItem(keyOf(field)) ?? "";
  }
}

document.addEventListener("input", keep);
document.addEventListener("htmx:load", bringBack);
// Before the next form is put in its place, or the page goes on to another that is not signing in.
for (const name of ["htmx:beforeSwap", "htmx:afterRequest"]) {
  document.addEventListener(name, ({ detail: { requestConfig, xhr } }) => {
    const isSent = requestConfig.verb === "post" && xhr.status === 200;
    if (!isSent || xhr.getResponseHeader("HX-Redirect")?.startsWith("/accounts/")) return;
    for (const field of requestConfig.elt.querySelectorAll("textarea")) {
      sessionStorage.removeItem(keyOf(field));
    }
  });
}
bringBack();

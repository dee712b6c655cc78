// Every page's start: govuk-frontend's components, also in what htmx brings in later; the
// "Error:" of the title after a swap; a plain sentence when an answer does not come.

document.body.classList.add("js-enabled", "govuk-frontend-supported");

// The address of the vendored module carries a hash of its content, so it is read from the page.
const { initAll } = await import(document.getElementById("govuk-frontend").href);

function start(scope) {
  reveal(scope);
  initAll({
    scope,
    onError(error) {
      if (error.name !== "InitError") throw error;
    },
  });
}

// What a radio or checkbox reveals. govuk-frontend's own way puts aria-expanded on radios, which
// may not have it.
function reveal(scope) {
  for (const control of scope.querySelectorAll("[data-reveals]")) {
    const block = `govuk-${control.type === "radio" ? "radios" : "checkboxes"}__conditional--hidden`;
    document.getElementById(control.dataset.reveals).classList.toggle(block, !control.checked);
  }
}

function sayWhereErrorsAre() {
  const words = document.title.replace(/^Error: /, "");
  document.title = document.querySelector(".govuk-error-summary") ? `Error: ${words}` : words;
}

function say(sentence) {
  const banner = document.createElement("div");
  banner.className = "govuk-notification-banner";
  banner.setAttribute("role", "alert");
  banner.tabIndex = -1;
  const content = document.createElement("p");
  content.className = "govuk-notification-banner__content govuk-notification-banner__heading";
  content.textContent = sentence;
  banner.append(content);
  document.getElementById("messages").replaceChildren(banner);
  banner.focus();
}

start(document.body);

document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (elt === document.body || !elt.parentElement) return;
  start(elt.parentElement);
  sayWhereErrorsAre();
});

document.addEventListener("change", ({ target }) => {
  if (target.form) reveal(target.form);
});

// A whole page where a part was asked for (the session ended): go there instead. But a page in
// which somebody types stays: what it asked for by itself says in its place that the session ended,
// and a page that says what went wrong becomes a sentence (below).
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status === 401) {
    detail.shouldSwap = true;
    detail.isError = false;
    return;
  }
  if (detail.isError || detail.target === document.body) return;
  if (/^\s*<!doctype html/i.test(detail.serverResponse ?? "")) {
    detail.shouldSwap = false;
    window.location.assign(detail.xhr.responseURL);
  }
});

document.addEventListener("htmx:sendError", ({ detail: { requestConfig } }) => {
  say(
    requestConfig.verb === "get"
      ? "This page could not be brought up to date. Check your connection and reload it."
      : "Nothing was saved: the service could not be reached. Check your connection and try again.",
  );
});

const REFUSED = {
  403: "You may not do that. If you think that you should, ask the topic’s lead.",
  503: "Nothing was saved: others are saving at this moment. What you wrote is still here: send it again.",
};

document.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
  say(
    REFUSED[xhr.status] ??
      "Something went wrong and nothing was changed. Reload the page and try again.",
  );
});

// Rows put in order by dragging, on top of the buttons that move them: a list with `data-order`
// sends its rows' ids there and takes in the part of the page that comes back.

const STILL = matchMedia("(prefers-reduced-motion: reduce)");

function start() {
  for (const list of document.querySelectorAll("[data-order]")) {
    if (window.Sortable.get(list)) continue;
    let before;
    const sortable = window.Sortable.create(list, {
      handle: ".qs-drag",
      direction: "vertical",
      animation: STILL.matches ? 0 : 150,
      onStart: () => (before = sortable.toArray()),
      onEnd: () => send(list, before, sortable),
    });
    for (const failed of ["htmx:sendError", "htmx:responseError"]) {
      list.addEventListener(failed, () => sortable.sort(before));
    }
  }
}

function send(list, before, sortable) {
  const order = sortable.toArray();
  if (order.join() === before.join()) return;
  const { value } = document.querySelector("[name=csrfmiddlewaretoken]");
  window.htmx.ajax("POST", list.dataset.order, {
    source: list,
    target: list.dataset.orderTarget,
    swap: "outerHTML",
    values: { order, csrfmiddlewaretoken: value },
  });
}

// A button that moved its row to the end of the list is gone: the focus goes to the other one.
let pressed = "";

document.addEventListener("htmx:beforeRequest", ({ detail: { requestConfig } }) => {
  pressed = requestConfig.triggeringEvent?.submitter?.id ?? "";
});

document.addEventListener("htmx:afterSettle", () => {
  start();
  const [way, id] = pressed.split("-");
  if (!id || document.getElementById(pressed)) return;
  document.getElementById(`${way === "up" ? "down" : "up"}-${id}`)?.focus();
});

start();

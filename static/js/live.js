// A meeting's pages: what is shown asks again by itself, says when it could not, and goes on when
// it can; the time since an item began ticks. The chair's forms say of themselves that they were
// not sent (page.js) and stay filled in.

const status = document.getElementById("connection");
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
let lastHeard = new Date();
let isLost = false;

function lost() {
  if (!status || isLost) return;
  isLost = true;
  status.textContent =
    `Connection lost: what you see is as of ${clock.format(lastHeard)}. ` +
    "This page goes on by itself as soon as the service can be reached again.";
}

function heard() {
  lastHeard = new Date();
  if (!isLost) return;
  isLost = false;
  status.textContent = `Connected again at ${clock.format(lastHeard)}.`;
}

// The part asks of its own accord, so nobody is interrupted when it cannot: page.js is not told.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.body.addEventListener(
    name,
    (event) => {
      if (!event.target.closest?.("[data-live]")) return;
      event.stopImmediatePropagation();
      lost();
    },
    true,
  );
}
document.body.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  if (target.closest?.("[data-live]") && detail.successful) heard();
});
window.addEventListener("offline", lost);

function tick() {
  for (const timer of document.querySelectorAll("[data-since]")) {
    const minutes = Math.floor((Date.now() - Date.parse(timer.dataset.since)) / 60000);
    const planned = Number(timer.dataset.minutes || 0);
    const over = planned && minutes > planned ? `, ${minutes - planned} over time` : "";
    timer.textContent = planned
      ? `${minutes} of ${planned} minutes${over}`
      : `${minutes} minute${minutes === 1 ? "" : "s"} so far`;
  }
}

tick();
setInterval(tick, 15000);

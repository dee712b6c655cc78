// A meeting's pages: what is shown asks again by itself, says when it could not, waits longer each
// time, and goes on when it can; nothing takes the focus away. The time since an item began ticks.
// The chair's forms say of themselves that they were not sent (page.js) and stay filled in.

const SOON = 5000;
const LATEST = 30000;
const connection = document.getElementById("connection");
const news = document.getElementById("news");
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
let lastHeard = new Date();
let isLost = false;
let pause = SOON;
let waiting;

const part = () => document.querySelector("[data-live]");

function askIn(milliseconds) {
  clearTimeout(waiting);
  waiting = setTimeout(() => part() && window.htmx.trigger(part(), "ask"), milliseconds);
}

function lost() {
  if (isLost || !connection) return;
  isLost = true;
  connection.textContent =
    `Connection lost at ${clock.format(new Date())}: what you see is as of ` +
    `${clock.format(lastHeard)}. This page tries again by itself until it is back.`;
}

function heard() {
  pause = SOON;
  lastHeard = new Date();
  if (!isLost) return;
  isLost = false;
  connection.textContent = `Connected again at ${clock.format(lastHeard)}.`;
}

// The part asks of its own accord, so nobody is interrupted when it cannot: page.js is not told.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.body.addEventListener(
    name,
    (event) => event.target.matches?.("[data-live]") && askedByItself(event.detail) && quiet(event),
    true,
  );
}

function askedByItself({ requestConfig }) {
  return requestConfig?.verb === "get" && requestConfig.elt.matches("[data-live]");
}

function quiet(event) {
  event.stopImmediatePropagation();
}

document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (askedByItself(detail)) {
    if (detail.successful) heard();
    else {
      lost();
      pause = Math.min(pause * 2, LATEST);
    }
    askIn(pause);
  } else if (detail.successful) heard();
});
window.addEventListener("offline", lost);
window.addEventListener("online", () => askIn(0));

// What a part says anew is said once more where a screen reader hears it, politely.
const said = () => [...document.querySelectorAll("[data-news]")].map((one) => one.textContent.trim());
let known = said().join(". ");

document.body.addEventListener("htmx:afterSettle", () => {
  tick();
  followItem();
  const now = said().join(". ");
  if (now !== known) news.textContent = now;
  known = now;
});

// The form of points turns to the item that is under discussion now, unless somebody is typing.
function followItem() {
  const form = document.getElementById("point-form");
  const { item, pointForm } = document.getElementById("chair-now")?.dataset ?? {};
  if (!form || !pointForm || form.dataset.item === item) return;
  if (form.querySelector("textarea")?.value.trim()) return;
  window.htmx.ajax("GET", pointForm, { target: "#point-form", swap: "outerHTML" });
}

// Times are the service's: a device whose clock is wrong shows the same minutes.
const ahead = Date.now() - Date.parse(part()?.dataset.clock ?? new Date().toISOString());

function tick() {
  for (const timer of document.querySelectorAll("[data-since]")) {
    const since = Date.parse(timer.dataset.since);
    const minutes = Math.max(0, Math.floor((Date.now() - ahead - since) / 60000));
    const planned = Number(timer.dataset.minutes || 0);
    const over = planned && minutes > planned ? `, ${minutes - planned} over time` : "";
    timer.textContent = planned
      ? `${minutes} of ${planned} minutes${over}`
      : `${minutes} minute${minutes === 1 ? "" : "s"} so far`;
  }
}

tick();
setInterval(tick, 5000);
askIn(SOON);

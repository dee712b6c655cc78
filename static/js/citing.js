// Writing a summary or a finding: a press on "Cite" puts the suggestion's number, or the source's key,
// at the cursor; what cites nothing and what nothing cites is said while one types. The rule is that
// of qsdev/documents/citing.py.

const writing = document.getElementById("writing");
const text = writing.querySelector("textarea[name=text]");
const said = document.getElementById("citing");
const sources = [...writing.querySelectorAll("[data-number]")];
const idle = document.getElementById("idle");
const KINDS = {
  suggestion: {
    one: /(?<![@\w.:-])S(\d+)/g,
    write: (number) => `S${number}`,
    elsewhere: "Cited under another heading",
    stranger: (number) => `S${number} is cited and is not filed in this area.`,
  },
  source: {
    one: /@([\w.:-]+)/g,
    write: (key) => `@${key}`,
    elsewhere: "Cited in another finding",
    stranger: (key) => `[@${key}] is cited and there is no such source.`,
  },
};
const noun = writing.dataset.kind ?? "suggestion";
const kind = KINDS[noun];
const CITATION = /\[\s*((?:S\d{1,6}|@[\w.:-]+)(?:\s*[,;]\s*(?:S\d{1,6}|@[\w.:-]+))*)\s*\]/g;
const LIST = /^(?:[-*+]|\d{1,9}[.)])\s/;
const HEADING = /^#{1,6}\s/;

function paragraphs(markdown) {
  const found = [];
  for (const block of markdown.trim().split(/\n[ \t]*\n/)) {
    const words = block.trim();
    if (!words || HEADING.test(words)) continue;
    if (found.length && LIST.test(words)) found[found.length - 1] += `\n\n${words}`;
    else found.push(words);
  }
  return found;
}

function cited(markdown) {
  const inBrackets = [...markdown.matchAll(CITATION)].map((match) => match[1]).join(" ");
  return new Set([...inBrackets.matchAll(kind.one)].map((match) => match[1]));
}

function firstWords(markdown) {
  const words = markdown.replace(CITATION, "").replace(/\s+/g, " ").trim();
  return words.length > 70 ? `${words.slice(0, 70)}…` : words;
}

function look() {
  const parts = paragraphs(text.value);
  const here = cited(text.value);
  for (const source of sources) {
    const state = source.querySelector(".qs-source__state");
    const isCited = here.has(source.dataset.number);
    const elsewhere = "elsewhere" in source.dataset;
    state.textContent = isCited ? "Cited" : elsewhere ? kind.elsewhere : "Not cited";
    state.classList.toggle("qs-source__state--no", !isCited && !elsewhere);
  }
  if (idle) {
    const left = sources.filter((one) => one.querySelector(".qs-source__state--no"));
    const keys = left.map((one) => one.dataset.number).join(", ");
    idle.textContent = keys ? `No finding cites: ${keys}.` : "Each source here is cited in a finding.";
  }
  const silent = parts.flatMap((part, place) =>
    cited(part).size ? [] : [`Paragraph ${place + 1} cites no ${noun}: “${firstWords(part)}”`],
  );
  const known = new Set(writing.dataset.known?.split(" ") ?? sources.map((one) => one.dataset.number));
  const strangers = [...here].filter((number) => !known.has(number));
  tell([...silent, ...strangers.map(kind.stranger)], parts);
}

function tell(sentences, parts) {
  const whole = parts.length ? `Every paragraph cites a ${noun}.` : "Nothing is written yet.";
  const list = document.createElement(sentences.length ? "ul" : "p");
  list.className = sentences.length ? "govuk-list govuk-list--bullet qs-small" : "govuk-body qs-small";
  if (!sentences.length) list.textContent = whole;
  for (const sentence of sentences) {
    const item = document.createElement("li");
    item.textContent = sentence;
    list.append(item);
  }
  if (said.textContent.trim() !== list.textContent.trim()) said.replaceChildren(list);
}

// Right behind a citation the number joins it: "[S1]" becomes "[S1, S12]".
function cite(number) {
  const before = text.value.slice(0, text.selectionStart);
  const joined = before.match(/\[\s*(?:S\d+|@[\w.:-]+)(?:\s*[,;]\s*(?:S\d+|@[\w.:-]+))*\s*\]$/);
  const start = joined ? text.selectionStart - 1 : text.selectionStart;
  const spaced = before && !/\s$/.test(before) ? " " : "";
  const words = joined ? `, ${kind.write(number)}]` : `${spaced}[${kind.write(number)}]`;
  text.setRangeText(words, start, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

let waiting;
text.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 250);
});

writing.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-cites]");
  if (button) cite(button.dataset.cites);
});

document.body.classList.add("qs-citing-works");

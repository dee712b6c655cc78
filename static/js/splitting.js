// Splitting a suggestion: the words selected on the left go into the part whose button is pressed.

const words = document.getElementById("words-to-split");
let selected = "";

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const inside = selection.rangeCount && words.contains(selection.getRangeAt(0).commonAncestorContainer);
  if (inside && selection.toString().trim()) selected = selection.toString().trim();
});

for (const field of document.querySelectorAll("textarea[name^=part_]")) {
  const letter = field.name.at(-1);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = `Put the selected words into part ${letter}`;
  button.addEventListener("click", () => {
    if (!selected) return;
    field.value = [field.value.trim(), selected].filter(Boolean).join("\n\n");
    selected = "";
    field.focus();
  });
  field.after(button);
}

words.tabIndex = 0; // so that words can be selected by keyboard
words.setAttribute("role", "region");
words.setAttribute("aria-label", "The suggestion’s words");
document.body.classList.add("qs-splitting-works");

"""Works out which statement, question or section a row is about."""

import re
from dataclasses import dataclass, field

from stakeholders.models.register import name_key

NUMBERED = r"s?\s{0,3}(?:no|number)?\.?\s{0,3}(\d{1,3})\b"
STATEMENT = re.compile(rf"\bstatement{NUMBERED}", re.IGNORECASE)
QUESTION = re.compile(rf"\bquestion{NUMBERED}", re.IGNORECASE)
EITHER = re.compile(rf"\b(?:statement|question){NUMBERED}", re.IGNORECASE)
IN_DIGITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
SPELT = re.compile(rf"\b(statement|question)\s({'|'.join(IN_DIGITS)})\b", re.IGNORECASE)
ANOTHER = rf"(?:\d{{1,3}}|{'|'.join(IN_DIGITS)})(?!\w|-[a-z])"
NAMED = rf"(?:quality\s)?(?:statement|question)s?\s{{0,3}}{ANOTHER}"
WORD = r"\s{0,3},?\s?\(?(?:and/or|and|or|to|&|\+|/)\s{0,3}"
MARK = r"\s{0,3}[,;–-]\s{0,3}"
#: What follows a number where another is named with it: "and 2", ", 2 and 3", "– statement 2".
TOGETHER = re.compile(
    rf"(?:{MARK}{ANOTHER})*(?:{WORD}(?:{NAMED}|{ANOTHER})|{MARK}{NAMED})", re.IGNORECASE
)
#: Marks alone join what is in the plural; else a title may follow: "statement 1, 24-hour care".
ANY_MORE = re.compile(f"{MARK}{ANOTHER}", re.IGNORECASE)
LISTED = re.compile(rf"(?:{MARK}{ANOTHER})+\s?(?:$|[:.)])", re.IGNORECASE)
BARE = re.compile(r"(?:qs|q)?\s?(\d{1,3})(?:\.0)?", re.IGNORECASE)
GENERAL = frozenset(
    ("", "general", "all", "overall", "whole document", "general comment", "none", "n a")
)
LONGEST_SECTION = 300


@dataclass(frozen=True)
class Place:
    """What a row is about; `wrong` is what cannot be understood, `column` where it stands."""

    kind: str = "general"
    number: int = 0
    section: str = ""
    wrong: str = ""
    column: str = ""


@dataclass
class Draft:
    """What can be commented on: the titles of statements and texts of questions by number."""

    statements: dict = field(default_factory=dict)
    questions: dict = field(default_factory=dict)

    @classmethod
    def of(cls, round):
        """The draft as the round issued it; without statements before that."""
        draft = getattr(round, "consultation_draft", None)
        issued = draft.statements.values_list("number", "title") if draft else ()
        return cls(dict(issued), dict(round.questions.values_list("number", "text")))

    def place_of(self, values):
        """The `Place` that the cells of a row mean."""
        question, statement, section = (
            " ".join(values.get(key, "").split()) for key in ("question", "statement", "section")
        )
        if name_key(question) not in GENERAL:
            return self._question(question, section, "question")
        said = in_digits(section)
        if name_key(statement) in GENERAL and (STATEMENT.search(said) or QUESTION.search(said)):
            return self._statement(section, "", "section")
        return self._statement(statement, section, "statement")

    def _question(self, words, section, column):
        said = in_digits(words)
        if names_several(said):
            return section_of(words, section)
        found = QUESTION.search(said) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.questions)
        if number in self.questions:
            return Place("question", number, section[:LONGEST_SECTION])
        return Place(wrong="question", column=column)

    def _statement(self, words, section, column):
        said = in_digits(words)
        if names_several(said):
            return section_of(words, section)
        if QUESTION.search(said) and not STATEMENT.search(said):
            return self._question(words, section, column)
        found = STATEMENT.search(said) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.statements)
        if number in self.statements:
            return Place("statement", number, section[:LONGEST_SECTION])
        if found:
            return Place(wrong="statement", column=column)
        return section_of(words, section)


def section_of(*words):
    """The section that words name, kept as they are; the draft in general if they name none."""
    parts = [part for part in words if name_key(part) not in GENERAL]
    if parts:
        return Place("section", section=", ".join(parts)[:LONGEST_SECTION])
    return Place()


def names_several(said):
    """Whether the first statement or question named is one of several: "Statements 1 and 2"."""
    first = EITHER.search(said)
    if first is None:
        return False
    marked = ANY_MORE if first[0].split()[0].endswith(("s", "S")) else LISTED
    return any(form.match(said, first.end()) for form in (TOGETHER, marked))


def in_digits(words):
    """The words with the number of a statement or question in digits: "statement two"."""
    return SPELT.sub(lambda found: f"{found[1]} {IN_DIGITS.index(found[2].lower()) + 1}", words)


def numbered(words, texts):
    """The number of the text that these words repeat, or 0."""
    key = name_key(words)
    return next((number for number, text in texts.items() if key and name_key(text) == key), 0)

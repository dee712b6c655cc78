"""Works out which statement, question or section a row is about."""

import re
from dataclasses import dataclass, field

from stakeholders.models.register import name_key

STATEMENT = re.compile(r"\bstatements?\s{0,3}(?:no|number)?\.?\s{0,3}(\d{1,3})\b", re.IGNORECASE)
QUESTION = re.compile(r"\bquestions?\s{0,3}(?:no|number)?\.?\s{0,3}(\d{1,3})\b", re.IGNORECASE)
SEVERAL = re.compile(r"\bstatements\s{0,3}\d{1,3}\s{0,3}(?:,|and|&|to|or|-|–)\s{0,3}\d", re.I)
SPELT = re.compile(
    r"\b(statement|question)\s(one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)
IN_DIGITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
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
        found = QUESTION.search(in_digits(words)) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.questions)
        if number in self.questions:
            return Place("question", number, section[:LONGEST_SECTION])
        return Place(wrong="question", column=column)

    def _statement(self, words, section, column):
        said = in_digits(words)
        if QUESTION.search(said) and not STATEMENT.search(said):
            return self._question(words, section, column)
        found = None if SEVERAL.search(said) else STATEMENT.search(said) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.statements)
        if number in self.statements:
            return Place("statement", number, section[:LONGEST_SECTION])
        if found:
            return Place(wrong="statement", column=column)
        parts = [part for part in (words, section) if name_key(part) not in GENERAL]
        if parts:
            return Place("section", section=", ".join(parts)[:LONGEST_SECTION])
        return Place()


def in_digits(words):
    """The words with the number of a statement or question in digits: "statement two"."""
    return SPELT.sub(lambda found: f"{found[1]} {IN_DIGITS.index(found[2].lower()) + 1}", words)


def numbered(words, texts):
    """The number of the text that these words repeat, or 0."""
    key = name_key(words)
    return next((number for number, text in texts.items() if key and name_key(text) == key), 0)

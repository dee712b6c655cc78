"""Works out which statement, question or section a row is about."""

import re
from dataclasses import dataclass, field

from stakeholders.models.register import name_key

STATEMENT = re.compile(r"\bstatements?\s{0,3}(?:no|number)?\.?\s{0,3}(\d{1,3})\b", re.IGNORECASE)
QUESTION = re.compile(r"\bquestions?\s{0,3}(?:no|number)?\.?\s{0,3}(\d{1,3})\b", re.IGNORECASE)
BARE = re.compile(r"(?:qs|q)?\s?(\d{1,3})(?:\.0)?", re.IGNORECASE)
GENERAL = frozenset(
    ("", "general", "all", "overall", "whole document", "general comment", "none", "n a")
)
LONGEST_SECTION = 300


@dataclass(frozen=True)
class Place:
    """What a row is about; `wrong` names the field that cannot be understood."""

    kind: str = "general"
    number: int = 0
    section: str = ""
    wrong: str = ""


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
            return self._question(question, section)
        if name_key(statement) in GENERAL and (
            STATEMENT.search(section) or QUESTION.search(section)
        ):
            statement, section = section, ""
        return self._statement(statement, section)

    def _question(self, words, section):
        found = QUESTION.search(words) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.questions)
        if number in self.questions:
            return Place("question", number, section[:LONGEST_SECTION])
        return Place(wrong="question")

    def _statement(self, words, section):
        asked = QUESTION.search(words)
        if asked and not STATEMENT.search(words):
            return self._question(words, section)
        found = STATEMENT.search(words) or BARE.fullmatch(words)
        number = int(found[1]) if found else numbered(words, self.statements)
        if number in self.statements:
            return Place("statement", number, section[:LONGEST_SECTION])
        if found:
            return Place(wrong="statement")
        parts = [part for part in (words, section) if name_key(part) not in GENERAL]
        if parts:
            return Place("section", section=", ".join(parts)[:LONGEST_SECTION])
        return Place()


def numbered(words, texts):
    """The number of the text that these words repeat, or 0."""
    key = name_key(words)
    return next((number for number, text in texts.items() if key and name_key(text) == key), 0)

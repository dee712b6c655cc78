"""What rows and suggestions say, so that two of the same number can be told apart."""

import re
from dataclasses import dataclass
from typing import Any

from stakeholders.imports.columns import NAME_KEY
from stakeholders.imports.names import Register
from stakeholders.models import WORDS, Redaction, Suggestion


def are_same(sent, held):
    """Whether a row says what a suggestion says, but for passages that were redacted since."""
    if held is None or sent[0] != held[0]:
        return False
    return all(
        text == word or (Redaction.MARK in word and fits_around_marks(text, word))
        for text, word in zip(sent[1:], held[1:], strict=True)
    )


def fits_around_marks(text, word):
    """Whether a text could be what `word` was before its passages were marked."""
    pattern = ".+?".join(re.escape(part) for part in word.split(Redaction.MARK))
    return re.fullmatch(pattern, text, re.DOTALL) is not None


@dataclass
class Contents:
    """Answers with (stakeholder, words) of rows by position, and of suggestions by key."""

    register: Register
    cells_at: Any  # positions -> pairs of position and cells

    def __call__(self, positions):
        return {position: self._of(cells) for position, cells in self.cells_at(positions)}

    def _of(self, cells):
        name = cells.get(NAME_KEY, "")
        match = self.register.match(name)
        known = match.stakeholder
        who = (known.pk or known.name) if known else name
        return (who, *(cells.get(word, "").strip() for word in WORDS))

    def of_suggestions(self, pks):
        """The same of the topic's suggestions."""
        found = {}
        for start in range(0, len(pks), 500):
            suggestions = Suggestion.objects.filter(pk__in=pks[start : start + 500])
            for pk, who, *words in suggestions.values_list("pk", "stakeholder", *WORDS):
                found[pk] = (who, *(word.strip() for word in words))
        return found

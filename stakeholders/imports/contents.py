"""What rows and suggestions say, so that two of the same number can be told apart."""

from dataclasses import dataclass
from typing import Any

from stakeholders.imports.columns import NAME_KEY
from stakeholders.imports.names import Register
from stakeholders.models import WORDS, Suggestion


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
        who = match.stakeholder.pk if match.stakeholder else name
        return (who, *(cells.get(word, "").strip() for word in WORDS))

    def of_suggestions(self, pks):
        """The same of the topic's suggestions."""
        found = {}
        for start in range(0, len(pks), 500):
            suggestions = Suggestion.objects.filter(pk__in=pks[start : start + 500])
            for pk, who, *words in suggestions.values_list("pk", "stakeholder", *WORDS):
                found[pk] = (who, *(word.strip() for word in words))
        return found

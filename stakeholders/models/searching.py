"""Full-text search in the contributors' words."""

from django.db.models import Q

from stakeholders.models.suggestion import WORDS


def search(suggestions, words):
    """The suggestions in whose words every one of `words` stands."""
    for word in words.split():
        found = Q()
        for column in WORDS:
            found |= Q(**{f"{column}__icontains": word})
        suggestions = suggestions.filter(found)
    return suggestions

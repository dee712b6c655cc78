"""Parts of a suggestion that asks for several things: each is filed by itself."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from stakeholders.models.suggestion import WORDS, Suggestion


class SuggestionPartQuerySet(models.QuerySet):
    def current(self):
        """Parts that have not been joined again."""
        return self.filter(ended_at=None)


class SuggestionPart(models.Model):
    """A part of a suggestion that was split, quoting the words that it takes.

    For example part b of suggestion 1, which takes the sentence on training. The suggestion itself
    stays whole, is printed and counted once, and is shown wherever it or a part is filed. A part
    that was joined to the others again is kept, with when that was.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="parts")
    letter = models.CharField(max_length=2)
    quotes = models.JSONField(help_text="The words that it takes, by the column they stand in.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = SuggestionPartQuerySet.as_manager()

    class Meta:
        ordering = ["suggestion", "letter", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "letter"],
                condition=models.Q(ended_at=None),
                name="part_letter_once",
            )
        ]

    def __str__(self):
        return f"Part {self.letter} of suggestion {self.suggestion.number}"

    @property
    def labelled_quotes(self):
        """The words that it takes, each under its column's name, in the order of the columns."""
        fields = [Suggestion._meta.get_field(word) for word in WORDS if self.quotes.get(word)]
        return [(str(f.verbose_name).capitalize(), self.quotes[f.name]) for f in fields]
